package dev.mhc.migrations.maven;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * Finds credentials where they are safe: in a server of {@code settings.xml}, else in the environment or in a file that it
 * names.
 */
record CredentialsReader(Settings settings, SettingsDecrypter decrypter, Map<String, String> environment) {

    static final String USER = "MHC_USER";
    static final String PASSWORD = "MHC_PASSWORD";
    static final String PASSWORD_FILE = "MHC_PASSWORD_FILE";

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

    private Credentials ofEnvironment() throws MojoExecutionException {
        @Nullable String user = given(environment.get(USER));
        @Nullable String password = given(environment.get(PASSWORD));
        @Nullable String file = given(environment.get(PASSWORD_FILE));
        if (password != null && file != null) {
            throw GoalError.TWO_PASSWORDS.with();
        }
        String origin = Stream.of(
                        Optional.ofNullable(user).map(it -> USER),
                        Optional.ofNullable(password).map(it -> PASSWORD),
                        Optional.ofNullable(file).map(it -> "the file " + it + " (" + PASSWORD_FILE + ")"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return origin.isEmpty()
                ? Credentials.NONE
                : new Credentials(origin, user, file == null ? password : ofFile(file));
    }

    /** Maven never reads this file, so it cannot print it as it prints the environment with -X. */
    private static String ofFile(String name) throws MojoExecutionException {
        try {
            String text = Files.readString(Path.of(name));
            String password = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            password = password.endsWith("\r") ? password.substring(0, password.length() - 1) : password;
            if (password.isEmpty() || password.indexOf('\n') >= 0) {
                throw GoalError.BAD_PASSWORD_FILE.with(
                        name, password.isEmpty() ? "has no password" : "has several lines");
            }
            return password;
        } catch (CharacterCodingException e) {
            throw GoalError.BAD_PASSWORD_FILE.with(name, "is not UTF-8");
        } catch (NoSuchFileException e) {
            throw GoalError.BAD_PASSWORD_FILE.with(name, "is not there");
        } catch (IOException | InvalidPathException e) {
            throw GoalError.BAD_PASSWORD_FILE.causedBy(e, name, "cannot be read (" + e + ")");
        }
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
