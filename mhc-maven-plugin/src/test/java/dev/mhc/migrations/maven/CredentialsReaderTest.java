package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

final class CredentialsReaderTest {

    private static final String SECRET = "t1ger \\ & ö";

    @TempDir
    Path home;

    @Test
    void plainPasswordOfAServer_reachesTheDriver() throws Exception {
        Credentials credentials =
                reader(server("shop", "scott", SECRET), Map.of()).read(Optional.of("shop"));

        assertThat(credentials.user()).contains("scott");
        assertThat(credentials.forDriver()).containsEntry("user", "scott").containsEntry("password", SECRET);
        assertThat(credentials).hasToString("server shop of settings.xml");
    }

    @Test
    void encryptedPasswordOfAServer_isDecryptedByMavensOwnMasterPassword() throws Exception {
        DefaultPlexusCipher cipher = new DefaultPlexusCipher();
        Files.writeString(
                home.resolve("settings-security.xml"),
                "<settingsSecurity><master>" + cipher.encryptAndDecorate("master", "settings.security")
                        + "</master></settingsSecurity>");
        String encrypted = cipher.encryptAndDecorate(SECRET, "master");

        Credentials credentials =
                reader(server("shop", "scott", encrypted), Map.of()).read(Optional.of("shop"));

        assertThat(credentials.forDriver()).containsEntry("password", SECRET);
    }

    @Test
    void passwordThatCannotBeDecrypted_isToldWithoutItsText() throws Exception {
        String encrypted = new DefaultPlexusCipher().encryptAndDecorate(SECRET, "another master");

        assertThatThrownBy(() ->
                        reader(server("shop", "scott", encrypted), Map.of()).read(Optional.of("shop")))
                .hasMessageStartingWith("[UnreadablePassword]")
                .hasMessageContaining("server shop")
                .hasNoCause()
                .satisfies(e -> assertThat(printed(e)).doesNotContain(encrypted.substring(1, encrypted.length() - 1)));
    }

    @Test
    void unknownServer_namesThoseThatThereAre() {
        assertThatThrownBy(
                        () -> reader(server("shop", "scott", SECRET), Map.of()).read(Optional.of("shpo")))
                .hasMessageStartingWith("[MissingServer]")
                .hasMessageContaining("it has: shop")
                .satisfies(e -> assertThat(printed(e)).doesNotContain(SECRET));
    }

    @Test
    void environment_isReadOnlyWithoutAServer() throws Exception {
        Map<String, String> environment = Map.of("MHC_USER", "env", "MHC_PASSWORD", "of env");
        CredentialsReader reader = reader(server("shop", "scott", SECRET), environment);

        assertThat(reader.read(Optional.empty()).forDriver())
                .containsEntry("user", "env")
                .containsEntry("password", "of env");
        assertThat(reader.read(Optional.of("shop")).forDriver()).containsEntry("password", SECRET);
    }

    @Test
    void passwordFile_isReadAndItsEndOfLineDropped() throws Exception {
        for (String end : new String[] {"", "\n", "\r\n"}) {
            Path file = Files.writeString(home.resolve("password"), SECRET + end);
            Map<String, String> environment = Map.of("MHC_USER", "env", "MHC_PASSWORD_FILE", file.toString());

            Credentials credentials = reader(new Settings(), environment).read(Optional.empty());

            assertThat(credentials.forDriver()).containsEntry("user", "env").containsEntry("password", SECRET);
            assertThat(credentials).hasToString("MHC_USER and the file " + file + " (MHC_PASSWORD_FILE)");
        }
    }

    @Test
    void passwordFileThatIsNone_isToldWithoutItsText() throws Exception {
        assertThatThrownBy(() -> ofFile(home.resolve("nowhere"))).hasMessageContaining("is not there");
        assertThatThrownBy(() -> ofFile(home)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> ofFile(Files.writeString(home.resolve("empty"), "\n")))
                .hasMessageContaining("has no password");
        assertThatThrownBy(() -> ofFile(Files.write(home.resolve("bytes"), new byte[] {(byte) 0xFF})))
                .hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> ofFile(Files.writeString(home.resolve("pgpass"), SECRET + "\nmore\n")))
                .hasMessageStartingWith("[BadPasswordFile]")
                .hasMessageContaining("has several lines")
                .satisfies(e -> assertThat(printed(e)).doesNotContain(SECRET));
        assertThatThrownBy(() -> reader(new Settings(), Map.of("MHC_PASSWORD", SECRET, "MHC_PASSWORD_FILE", "x"))
                        .read(Optional.empty()))
                .hasMessageStartingWith("[TwoPasswords]")
                .hasMessageNotContaining(SECRET);
    }

    private Credentials ofFile(Path file) throws Exception {
        return reader(new Settings(), Map.of("MHC_PASSWORD_FILE", file.toString()))
                .read(Optional.empty());
    }

    @Test
    void nothingGiven_leavesItToTheDriver() throws Exception {
        CredentialsReader reader = reader(new Settings(), Map.of("MHC_USER", "", "MHC_PASSWORD", ""));

        assertThat(reader.read(Optional.empty())).isSameAs(Credentials.NONE);
        assertThat(Credentials.NONE.forDriver()).isEmpty();
    }

    @Test
    void onlyTheToolsEnvironment_hasThePassword() {
        Credentials credentials = new Credentials("somewhere", "scott", SECRET);
        Map<String, String> environment = new HashMap<>();
        credentials.addPassword(environment);

        assertThat(environment).containsExactly(Map.entry("PGPASSWORD", SECRET));
        assertThat(new PostgresqlTools(Optional.empty(), environment).toString())
                .doesNotContain(SECRET);
    }

    @Test
    void failureThatShowsThePassword_losesItWithItsCauses() {
        Credentials credentials = new Credentials("server shop of settings.xml", "scott", SECRET);
        SQLException shows =
                new SQLException("no entry for scott", "28P01", new IllegalStateException("was " + SECRET));

        SQLException explained = ConnectionFailure.explained(shows, "jdbc:postgresql://h/d", credentials);

        assertThat(printed(explained)).doesNotContain(SECRET);
        assertThat((Throwable) explained)
                .hasMessage("no entry for scott\nThe credentials came from server shop of settings.xml.");
    }

    @Test
    void failureWithoutThePassword_keepsItsCausesAndSaysWhatToDo() {
        SQLException failure = new SQLException("SSL error", "08006", new SSLHandshakeException("unknown authority"));

        SQLException explained = ConnectionFailure.explained(failure, "jdbc:postgresql://h/d", Credentials.NONE);

        assertThat((Throwable) explained)
                .hasCause(failure)
                .hasMessageContaining("sslrootcert in jdbc:postgresql://h/d");
        assertThat(explained.getSQLState()).isEqualTo("08006");
    }

    private CredentialsReader reader(Settings settings, Map<String, String> environment) {
        return new CredentialsReader(settings, decrypter(), environment);
    }

    private SettingsDecrypter decrypter() {
        return new DefaultSettingsDecrypter(new DefaultSecDispatcher(
                new DefaultPlexusCipher(),
                Map.of(),
                home.resolve("settings-security.xml").toString()));
    }

    private static Settings server(String id, String user, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(user);
        server.setPassword(password);
        Settings settings = new Settings();
        settings.addServer(server);
        return settings;
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
