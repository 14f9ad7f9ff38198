package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {

    private static final Path FOLDER = Path.of("/project/module");

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:app.db,jdbc:sqlite:/project/module/app.db,/project/module/app.db",
        "jdbc:sqlite:../app.db,jdbc:sqlite:/project/app.db,/project/app.db",
        "jdbc:sqlite:/data/app.db,jdbc:sqlite:/data/app.db,/data/app.db",
        "jdbc:sqlite:app.db?journal_mode=WAL,jdbc:sqlite:/project/module/app.db?journal_mode=WAL,/project/module/app.db",
        "jdbc:sqlite:with blank.db,jdbc:sqlite:/project/module/with blank.db,/project/module/with blank.db"
    })
    void sqlitePath_startsAtTheModule_andIsShownAbsolute(String url, String jdbcUrl, String shown) throws Exception {
        DatabaseUrl parsed = byUrl(url);

        assertThat(parsed.jdbcUrl()).isEqualTo(jdbcUrl);
        assertThat(parsed).hasToString(shown);
    }

    @Test
    void databaseParameter_isAPath() throws Exception {
        assertThat(DatabaseUrl.of("apply", FOLDER, Optional.empty(), Optional.of("a/b.db"))
                        .jdbcUrl())
                .isEqualTo("jdbc:sqlite:/project/module/a/b.db");
    }

    @Test
    void urlAndPathOfOneFile_agree() throws Exception {
        DatabaseUrl both =
                DatabaseUrl.of("apply", FOLDER, Optional.of("jdbc:sqlite:a.db?cache_size=7"), Optional.of("./a.db"));

        assertThat(both.jdbcUrl()).endsWith("a.db?cache_size=7");
    }

    @Test
    void urlAndPathOfDifferentFiles_areRefusedAndBothShown() {
        assertThatThrownBy(() -> DatabaseUrl.of("apply", FOLDER, Optional.of("jdbc:sqlite:a.db"), Optional.of("b.db")))
                .hasMessageStartingWith("[TwoDatabases]")
                .hasMessageContaining("/project/module/a.db")
                .hasMessageContaining("/project/module/b.db");
    }

    @Test
    void noDatabase_showsEveryWayToNameOne() {
        assertThatThrownBy(() -> DatabaseUrl.of("status", FOLDER, Optional.empty(), Optional.empty()))
                .hasMessageStartingWith("[MissingUrl]")
                .hasMessageContaining("mvn mhc:status -Dmhc.url=jdbc:sqlite:app.db")
                .hasMessageContaining("mvn mhc:status -Dmhc.database=app.db")
                .hasMessageContaining("<mhc.url>");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:x,UnsupportedUrl",
        "app.db,UnsupportedUrl",
        "JDBC:SQLITE:app.db,UnsupportedUrl",
        "jdbc:sqlite::memory:,TemporaryDatabase",
        "jdbc:sqlite:,TemporaryDatabase",
        "jdbc:sqlite:file::memory:?cache=shared,TemporaryDatabase",
        "jdbc:sqlite:file:app.db?vfs=unix-none,UnsupportedSqlitePath",
        "jdbc:sqlite::resource:app.db,UnsupportedSqlitePath",
        "jdbc:sqlite:app.db?enable_load_extension=true,UnsafeUrlOption",
        "jdbc:sqlite:app.db?cache_size=1&Enable_Load_Extension=true,UnsafeUrlOption",
        "jdbc:sqlite:app.db?enable%5Fload_extension=true,UnsafeUrlOption",
        "jdbc:postgresql://host/db?socketFactory=evil.Factory,UnsafeUrlOption",
        "jdbc:postgresql://host/db?ssl=true&sslfactory=evil.Factory,UnsafeUrlOption"
    })
    void dangerousOrUselessUrl_isRefused(String url, String code) {
        assertThatThrownBy(() -> byUrl(url)).hasMessageStartingWith("[" + code + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":memory:",
                "file:app.db",
                "jdbc:sqlite:app.db",
                "postgresql://scott:a/b@host/db",
                "a.db?enable_load_extension=true",
                "a\0b"
            })
    void databaseParameterThatIsNoPath_isRefused(String database) {
        assertThatThrownBy(() -> DatabaseUrl.of("apply", FOLDER, Optional.empty(), Optional.of(database)))
                .hasMessageStartingWith("[UnsupportedSqlitePath]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/db?user=a&password=s3cret",
                "jdbc:postgresql://host/db?PASSWORD=s3cret&user=a",
                "jdbc:postgresql://host/db?sslpassword=s3cret",
                "jdbc:postgresql://host/db?p%61ssword=s3cret",
                "jdbc:postgresql://scott:s3cret@host/db",
                "jdbc:postgresql://scott:s3cret@x@host/db",
                "jdbc:postgresql://scott:a/s3cret@host/db",
                "jdbc:sqlite:app.db?hexkey=s3cret",
                "jdbc:sqlite:app.db?key=s3cret",
                "jdbc:mysql://host/db?password=s3cret",
                "jdbc:postgresql://host/db?password=a;s3cret&user=a"
            })
    void secretInAUrl_isRefusedAndNeverShown(String url) {
        assertThatThrownBy(() -> byUrl(url))
                .hasMessageStartingWith("[SecretInUrl]")
                .hasMessageContaining("***")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h:1/d?user=scott,jdbc:postgresql://h:1/d",
        "jdbc:postgresql://h:1/d?user=scott&currentSchema=a,jdbc:postgresql://h:1/d?currentSchema=a",
        "jdbc:postgresql://h:1/d?ssl=true&us%65r=scott,jdbc:postgresql://h:1/d?ssl=true",
        "jdbc:postgresql:d,jdbc:postgresql:d"
    })
    void reports_doNotSayWhoConnects(String url, String shown) throws Exception {
        assertThat(byUrl(url).withoutCredentials()).isEqualTo(shown);
    }

    @Test
    void redaction_leavesTheRestReadable() {
        assertThat(DatabaseUrl.redact("jdbc:postgresql://u:p@h:1/d?a=b&password=x&c=d"))
                .isEqualTo("jdbc:postgresql://u:***@h:1/d?a=b&password=***&c=d");
    }

    private static DatabaseUrl byUrl(String url) throws Exception {
        return DatabaseUrl.of("apply", FOLDER, Optional.of(url), Optional.empty());
    }
}
