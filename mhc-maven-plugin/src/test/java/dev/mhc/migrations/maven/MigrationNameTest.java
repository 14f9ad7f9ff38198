package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationNameTest {

    @ParameterizedTest
    @CsvSource({
        "add_is_verified_to_users,M7AddIsVerifiedToUsers,Add is_verified to users",
        "addEmail,M7AddEmail,AddEmail",
        "drop-score from  memories,M7DropScoreFromMemories,Drop score from memories",
        "class,M7Class,Class",
        "1st,M7_1st,1st",
        "__x__,M7X,X"
    })
    void name_becomesALegalClassAndASentence(String name, String className, String description) throws Exception {
        MigrationName parsed = MigrationName.parse(name);

        assertThat(parsed.className(7)).isEqualTo(className);
        assertThat(javax.lang.model.SourceVersion.isName(className)).isTrue();
        assertThat(parsed.description()).isEqualTo(description);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x", "/etc/x", "a\\b", "a\0b", "a*/b", "😀", "ünder", "a.b", "a\nb", "a;b", "${x}", "ıx", "٣"
            })
    void nameWithAnyOtherCharacter_isRefused_andShownWithoutHarm(String name) {
        assertThatThrownBy(() -> MigrationName.parse(name))
                .hasMessageStartingWith("[BadName]")
                .satisfies(e -> assertThat(e.getMessage()).matches("\\A[ -~]*\\z"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   "})
    void missingName_isAskedForWithAnExample(String name) {
        assertThatThrownBy(() -> MigrationName.parse(name)).hasMessageStartingWith("[MissingName]");
    }

    @Test
    void nameOfSeparators_isRefused() {
        assertThatThrownBy(() -> MigrationName.parse("_-_")).hasMessageContaining("neither a letter nor a digit");
    }

    @Test
    void hundredCharacters_areEnough() throws Exception {
        assertThat(MigrationName.parse("a".repeat(100)).words()).hasSize(1);
        assertThatThrownBy(() -> MigrationName.parse("a".repeat(300)))
                .hasMessageStartingWith("[BadName]")
                .hasMessageContaining("has 300 characters")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\nb", "a\u0007b", "a\u2028b", "a\u202eb"})
    void descriptionThatIsBlankOrHasControlCharacters_isRefused(String description) {
        assertThatThrownBy(() -> MigrationName.checkDescription(description))
                .hasMessageStartingWith("[BadDescription]");
    }

    @Test
    void descriptionHasAtMost200Characters() throws Exception {
        assertThat(MigrationName.checkDescription("x".repeat(200))).hasSize(200);
        assertThatThrownBy(() -> MigrationName.checkDescription("x".repeat(201)))
                .hasMessageContaining("201");
    }
}
