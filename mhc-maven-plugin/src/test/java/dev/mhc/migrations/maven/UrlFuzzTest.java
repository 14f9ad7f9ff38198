package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.maven.plugin.MojoExecutionException;

/** URLs as people, and drivers, spell them. */
class UrlFuzzTest {

    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final String SECRET = "t1ger";

    @Provide
    Arbitrary<String> base() {
        return Arbitraries.of(
                "jdbc:sqlite:app.db",
                "jdbc:sqlite:/a b/app.db",
                "jdbc:sqlite:file:app.db",
                "jdbc:postgresql://host/db",
                "jdbc:postgresql://host:5432,other:5433/db",
                "jdbc:postgresql:db",
                "jdbc:mysql://host/db",
                "jdbc:sqlserver://host;databaseName=x",
                "postgres://host/db",
                "app.db",
                "");
    }

    /** An option that holds the secret, spelled in any way that a driver would understand. */
    @Provide
    Arbitrary<String> secretOption() {
        Arbitrary<String> name = Arbitraries.of(
                "password",
                "PassWord",
                "sslpassword",
                "pwd",
                "passwd",
                "secret",
                "token",
                "hexkey",
                "key",
                "passphrase");
        Arbitrary<String> value = Arbitraries.of(
                SECRET,
                "a=" + SECRET,
                "a;" + SECRET,
                "%20" + SECRET,
                "/" + SECRET,
                "?" + SECRET,
                "=" + SECRET,
                "a; " + SECRET);
        return Combinators.combine(name, value, Arbitraries.randomValue(Random::nextInt))
                .as((option, text, seed) -> encoded(option, new Random(seed)) + '=' + text);
    }

    private static String encoded(String name, Random random) {
        StringBuilder result = new StringBuilder(random.nextBoolean() ? "" : " ");
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            result.append(
                    random.nextInt(4) == 0
                            ? String.format(Locale.ROOT, "%%%02X", letter)
                            : String.valueOf((char) letter));
        }
        return result.append(random.nextBoolean() ? "" : " ").toString();
    }

    @Provide
    Arbitrary<List<String>> options() {
        return Arbitraries.of("a=b", "user=x", "=", "", "ssl", "%", "%zz=1", "a=b=c", "user=a@b", "journal_mode=WAL")
                .list()
                .ofMaxSize(3);
    }

    @Property(seed = "11")
    void secretOption_isRefusedAndNeverShown(
            @ForAll("base") String base,
            @ForAll("options") List<String> before,
            @ForAll("secretOption") String secret,
            @ForAll("options") List<String> after,
            @ForAll boolean semicolons) {
        List<String> all = new ArrayList<>(before);
        all.add(secret);
        all.addAll(after);
        String url = base + (semicolons ? ";" : "?") + String.join(semicolons ? ";" : "&", all);

        assertSecret(url);
    }

    @Property(seed = "12")
    void secretOfAUser_isRefusedAndNeverShown(@ForAll("base") String base, @ForAll("options") List<String> options) {
        for (String password : List.of(SECRET, "a/" + SECRET, "a@" + SECRET, "a:" + SECRET, "%40" + SECRET)) {
            if (base.contains("://")) {
                String url = base.replace("://", "://scott:" + password + "@") + '?' + String.join("&", options);
                assertSecret(url);
            }
        }
    }

    private static void assertSecret(String url) {
        assertThat(DatabaseUrl.redact(url)).doesNotContain(SECRET);
        // A path may have a semicolon; what looks like a URL is none.
        boolean looksLikeUrl = url.indexOf('?') >= 0 || url.startsWith("jdbc:") || url.contains("://");
        for (boolean asFile : looksLikeUrl ? new boolean[] {false, true} : new boolean[] {false}) {
            assertThatThrownBy(() -> DatabaseUrl.of(
                            "apply",
                            FOLDER,
                            asFile ? Optional.empty() : Optional.of(url),
                            asFile ? Optional.of(url) : Optional.empty()))
                    .as(url)
                    .isInstanceOf(MojoExecutionException.class)
                    .satisfies(e -> assertThat(withCauses(e)).doesNotContain(SECRET));
        }
    }

    @Property(seed = "13")
    void anyText_isADatabaseOrACodedRefusal(
            @ForAll("base") String base, @ForAll("options") List<String> options, @ForAll String rest) {
        for (String text : List.of(rest, base + rest, base + '?' + String.join("&", options) + rest)) {
            try {
                DatabaseUrl url = DatabaseUrl.of("apply", FOLDER, Optional.of(text), Optional.empty());
                assertThat(url.jdbcUrl()).startsWith("jdbc:");
                url.file().ifPresent(file -> assertThat(file).isAbsolute());
            } catch (MojoExecutionException refused) {
                assertThat(refused.getMessage()).matches("(?s)\\[[A-Za-z]+] .*");
            }
            try {
                assertThat(DatabaseUrl.of("apply", FOLDER, Optional.empty(), Optional.of(text))
                                .file())
                        .isPresent();
            } catch (MojoExecutionException refused) {
                assertThat(refused.getMessage()).matches("(?s)\\[[A-Za-z]+] .*");
            }
        }
    }

    private static String withCauses(Throwable thrown) {
        return thrown + (thrown.getCause() == null ? "" : withCauses(thrown.getCause()));
    }
}
