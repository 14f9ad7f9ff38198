package dev.mhc.migrations.maven;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/** Finds credentials where they are safe: in a server of {@code settings.xml}, else in the environment. */
record CredentialsReader(Settings settings, SettingsDecrypter decrypter, Map<String, String> environment) {

    static final String USER = "MHC_USER";
    static final String PASSWORD = "MHC_PASSWORD";

    /**
     * Reads the credentials.
     *
     * @param server the id of a server in {@code settings.xml}
     */
    Credentials read(Optional<String> server) throws MojoExecutionException {
        return server.isPresent() ? ofServer(server.get()) : ofEnvironment();
    }

    private Credentials ofServer(String id) throws MojoExecutionException {
        Server written = settings.getServer(id);
        if (written == null) {
            String others = settings.getServers().stream().map(Server::getId).collect(Collectors.joining(", "));
            throw GoalError.MISSING_SERVER.with(id, others.isEmpty() ? "none" : others, id);
        }
        SettingsDecryptionResult decrypted = decrypter.decrypt(new DefaultSettingsDecryptionRequest(written));
        Server server = decrypted.getServer();
        // Texts of problems and of their causes are left out: they may quote what could not be decrypted.
        boolean isUnreadable = decrypted.getProblems().stream()
                .anyMatch(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING);
        if (server == null || isUnreadable) {
            throw GoalError.UNREADABLE_PASSWORD.with(id);
        }
        return new Credentials(
                "server " + id + " of settings.xml", given(server.getUsername()), given(server.getPassword()));
    }

    private Credentials ofEnvironment() {
        @Nullable String user = given(environment.get(USER));
        @Nullable String password = given(environment.get(PASSWORD));
        if (user == null && password == null) {
            return Credentials.NONE;
        }
        return new Credentials(
                user == null ? PASSWORD : password == null ? USER : USER + " and " + PASSWORD, user, password);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
