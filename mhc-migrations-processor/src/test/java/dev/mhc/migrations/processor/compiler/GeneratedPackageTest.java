package dev.mhc.migrations.processor.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratedPackageTest {

    @ParameterizedTest
    @CsvSource({
        "a.b, a.b",
        "a.b a.b, a.b",
        "a.b a.b.c, a.b",
        "a.b.c a.b.d.e, a.b",
        "a.bc a.bd, a",
        "a.b c.d, a.b",
        "c.d a.b c.e, c.d",
    })
    void longestCommonPackage_orTheFirst(String packages, String expected) {
        assertThat(GeneratedPackage.of(List.of(packages.split(" ", -1)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"a.b", "''"})
    void unnamedPackage_winsSinceNoOtherCanUseIt(String other) {
        assertThat(GeneratedPackage.of(List.of(other, ""))).isEmpty();
        assertThat(GeneratedPackage.of(List.of("", other))).isEmpty();
    }
}
