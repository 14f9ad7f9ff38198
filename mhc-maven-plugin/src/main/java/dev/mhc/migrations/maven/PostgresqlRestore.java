package dev.mhc.migrations.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Makes a PostgreSQL database what a backup is, in one transaction: what was made after the backup goes, what the backup has
 * comes. {@code pg_restore} alone would keep the former, and fail where it references the latter.
 */
record PostgresqlRestore(DatabaseUrl url, PostgresqlServer server, PostgresqlTools tools) {

    private static final String CLEARING = "clear-database.sql";
    private static final Pattern DATABASE = Pattern.compile("(?m)^; +dbname: (.*)$");

    /**
     * Reads a backup to its end, so that a damaged one changes nothing.
     *
     * @return the name of the database that it was made of, if that is another
     */
    Optional<String> check(Path backup) throws MojoExecutionException {
        tools.require(List.of(PostgresqlTools.RESTORE, PostgresqlTools.SHELL), server.version());
        PostgresqlTools.Outcome list = tools.run(List.of(PostgresqlTools.RESTORE, "--list", backup.toString()));
        if (!list.succeeded()) {
            throw GoalError.UNREADABLE_BACKUP.with(backup, list.said(), url);
        }
        PostgresqlTools.Outcome all =
                tools.runDiscarding(List.of(PostgresqlTools.RESTORE, "--file=-", backup.toString()));
        if (!all.succeeded()) {
            throw GoalError.UNREADABLE_BACKUP.with(backup, all.said(), url);
        }
        Matcher name = DATABASE.matcher(list.said());
        return name.find() && !name.group(1).equals(server.database()) ? Optional.of(name.group(1)) : Optional.empty();
    }

    /** Replaces everything. The script ends in COMMIT; without it, whatever the reason, the server takes all back. */
    void run(Path backup) throws MojoExecutionException {
        List<PostgresqlTools.Outcome> outcomes = tools.pipe(
                List.of(
                        PostgresqlTools.RESTORE,
                        "--clean",
                        "--if-exists",
                        "--single-transaction",
                        "--file=-",
                        backup.toString()),
                "BEGIN;\n" + clearing(),
                List.of(
                        PostgresqlTools.SHELL,
                        "--no-psqlrc",
                        "--quiet",
                        "--no-password",
                        "--set=ON_ERROR_STOP=1",
                        "--set=VERBOSITY=terse",
                        "--file=-"));
        PostgresqlTools.Outcome reader = outcomes.get(1);
        if (!reader.succeeded()) {
            throw GoalError.RESTORE_FAILED.with(url, reader.said(), advice(reader.said()));
        }
        PostgresqlTools.Outcome writer = outcomes.get(0);
        if (!writer.succeeded()) {
            throw GoalError.RESTORE_FAILED.with(url, writer.said(), advice(writer.said()));
        }
    }

    private static String advice(String said) {
        return said.contains("lock timeout")
                ? " Others work with its tables: stop the programs that use it, and restore again."
                : "";
    }

    private static String clearing() {
        try (InputStream script =
                Objects.requireNonNull(PostgresqlRestore.class.getResourceAsStream(CLEARING), CLEARING)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
