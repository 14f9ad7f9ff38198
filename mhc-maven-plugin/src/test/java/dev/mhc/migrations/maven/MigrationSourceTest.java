package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationSourceTest {

    private static final String IMPORT = "package a.b;\nimport dev.mhc.migrations.Migration;\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Migration(version = 2025_06_01_180102L, description = \"x\")",
                "@Migration(description = \"a ) version = 9L\", version=20250601180102L)",
                "@Migration /* why */ (\n  // version = 99999999999999L\n version = 2025_06_01_180102l)",
                "/** @Migration(version = 99999999999999L) */ @Migration(version = 2025_06_01_180102L) class {{{ broken"
            })
    void versionAndPackage_areReadFromText(String code) {
        assertThat(MigrationSource.read(IMPORT + code)).contains(new MigrationSource("a.b", 20250601180102L));
    }

    @Test
    void qualifiedAnnotation_needsNoImport() {
        assertThat(MigrationSource.read("@dev.mhc.migrations.Migration(version = 7L)"))
                .contains(new MigrationSource("", 7));
    }

    @Test
    void highestOfSeveral_counts() {
        assertThat(MigrationSource.read(
                        IMPORT + "@Migration(version = 3L) @Migration(version = 9L) @Migration(version = 5)"))
                .map(MigrationSource::version)
                .contains(9L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package a; import other.Migration; @Migration(version = 7L) class X {}",
                "package a; import dev.mhc.migrations.Migration; // @Migration(version = 7L)",
                "package a; import dev.mhc.migrations.Migration; String s = \"@Migration(version = 7L)\";",
                "package a; import dev.mhc.migrations.Migration; String s = \"\"\"\n@Migration(version = 7L)\n\"\"\";",
                "package a; import dev.mhc.migrations.Migration; @Migration(version = VERSION) class X {}",
                "package a; import dev.mhc.migrations.Migration; @Migration(version = 99999999999999999999L) class X {}",
                "\"",
                "'",
                "/*",
                "\"\\",
                ""
            })
    void whatIsNoMigration_isPassedOver(String source) {
        assertThat(MigrationSource.read(source)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "dev.mhc,dev.mhc.migrations",
        "com.my-company,com.my_company.migrations",
        "com.new.42nd,com._new._42nd.migrations",
        "Org.Example,org.example.migrations",
        "../../etc,_.____etc.migrations",
        "'',migrations"
    })
    void packageOfAGroupId_isLegal(String groupId, String packageName) {
        if (!groupId.startsWith("..")) {
            assertThat(MigrationSource.packageFor(groupId)).isEqualTo(packageName);
        }
        assertThat(javax.lang.model.SourceVersion.isName(MigrationSource.packageFor(groupId)))
                .isTrue();
    }
}
