package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionsTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2025, 6, 1, 18, 1, 2);

    @ParameterizedTest
    @ValueSource(strings = {"20250601180102", "2025_06_01_180102", "2025_06_01_180102L", " 2025_06_01_180102 "})
    void everyUsualSpelling_isRead(String text) throws Exception {
        assertThat(Versions.parse("mhc.target", text)).isEqualTo(20250601180102L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "-1", "_1", "1_", "1__0", "99999999999999999999", "٢٠٢٥", "1.0"})
    void whatIsNoVersion_isRefusedWithTheParameterAndTheForm(String text) {
        assertThatThrownBy(() -> Versions.parse("mhc.target", text))
                .hasMessageStartingWith("[BadVersion] mhc.target is \"" + text + "\"")
                .hasMessageContaining("2025_06_01_180102");
    }

    @ParameterizedTest
    @CsvSource({
        "20250601180102,2025_06_01_180102",
        "7,7",
        "20251301000000,20251301000000",
        "123456789012345,123456789012345"
    })
    void onlyRealTimes_areWrittenInGroups(long version, String written) {
        assertThat(Versions.format(version)).isEqualTo(written);
    }

    @Test
    void nextVersion_isTheTime_ifEverythingIsOlder() throws Exception {
        assertThat(Versions.next(NOW, 0)).isEqualTo(20250601180102L);
        assertThat(Versions.next(NOW, 42)).isEqualTo(20250601180102L);
        assertThat(Versions.next(NOW, 20250601180101L)).isEqualTo(20250601180102L);
    }

    @ParameterizedTest
    @CsvSource({
        "20250601180102,20250601180103",
        "20250601180159,20250601180200",
        "20281231235959,20290101000000",
        "20280228235959,20280229000000",
        "99991231235959,100000000000000",
        "99999999999999,100000000000000",
        "100000000000000,100000000000001"
    })
    void nextVersion_followsTheHighest_andIsARealTimeIfItHas14Digits(long highest, long next) throws Exception {
        assertThat(Versions.next(NOW, highest)).isEqualTo(next);
    }

    @Test
    void noVersionIsLaterThanTheLast_andTheMessageSaysSo() {
        assertThatThrownBy(() -> Versions.next(NOW, Long.MAX_VALUE)).hasMessageStartingWith("[NoLaterVersion]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist"})
    void versionsAndNames_areTheSameInEveryLocale(String locale) throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            long version = Versions.next(NOW, 0);
            MigrationName name = MigrationName.parse("index_title_in_list");
            assertThat(name.className(version)).isEqualTo("M20250601180102IndexTitleInList");
            assertThat(name.description()).isEqualTo("Index title in list");
            assertThat(MigrationTemplate.source("app", name, version, "İstanbul"))
                    .contains("version = 2025_06_01_180102L, description = \"\\u0130stanbul\"");
            assertThat(GoalError.MISSING_FOLDER.label()).isEqualTo("MissingFolder");
            assertThat(Versions.format(version)).isEqualTo("2025_06_01_180102");
            assertThat(Wording.count(12_345, "row")).isEqualTo("12,345 rows");
        } finally {
            Locale.setDefault(before);
        }
    }
}
