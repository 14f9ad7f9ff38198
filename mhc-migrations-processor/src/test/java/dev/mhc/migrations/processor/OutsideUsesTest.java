package dev.mhc.migrations.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutsideUsesTest {

    private static final Set<String> COMPILED = Set.of("app.M1", "app.Names", "lib.Texts", "lib.more.Sizes");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| Names.USERS | app.Names",
                "| app.Names.USERS | app.Names",
                "| lib.more.Sizes.BIG + app.M1.SMALL | lib.more.Sizes",
                "import lib.Texts; | Texts.of() | lib.Texts",
                "import lib.Texts.Inner; | Inner.A | lib.Texts",
                "import lib.more.*; | new Sizes().big() | lib.more.Sizes",
                "import static lib.Texts.TITLE; | TITLE | lib.Texts",
                "import static lib.Texts.*; | TITLE | lib.Texts",
                "import lib.Texts; | M1.A | ",
                "import java.util.List; | List.of(x.Names) | ",
                "| Texts.A + Sizes.B + text.Names() | ",
            })
    void classesOfTheSameCompile_areFoundByTheirNames(String imports, String expression, String uses) {
        String source =
                "package app;" + (imports == null ? "" : imports) + "class M1 { Object o = " + expression + "; }";

        assertThat(OutsideUses.of(MigrationSource.of(SourceFile.of(source), "M1"), COMPILED, "app.M1"))
                .isEqualTo(uses == null ? Set.of() : Set.of(uses));
    }
}
