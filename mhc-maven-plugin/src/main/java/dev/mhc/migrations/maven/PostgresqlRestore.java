package dev.mhc.migrations.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a PostgreSQL database what a backup is, in one transaction: what was made after the backup goes, what the backup has
 * comes. {@code pg_restore --clean} would keep the former, fail where it references the latter, and try to drop extensions, which
 * stay.
 */
record PostgresqlRestore(DatabaseUrl url, PostgresqlServer server, PostgresqlTools tools) {

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

    /**
     * Replaces everything but what stays. The script ends in COMMIT; without it, whatever the reason, the server takes all
     * back.
     *
     * @return what belongs to somebody else and was left as it is
     */
    List<String> run(Path backup, DataSource database) throws MojoExecutionException, SQLException {
        KeptObjects kept = KeptObjects.of(database);
        Path list = null;
        try {
            list = Files.createTempFile("mhc-restore", ".list");
            PostgresqlTools.Outcome listed =
                    tools.run(List.of(PostgresqlTools.RESTORE, "--list", "--file=" + list, backup.toString()));
            if (!listed.succeeded()) {
                throw GoalError.RESTORE_FAILED.with(url, listed.said(), "");
            }
            BackupEntries entries = BackupEntries.read(list).without(kept);
            entries.write(list);
            pipe(backup, list, server.locks().and(entries.lines().size()));
        } catch (IOException e) {
            throw GoalError.RESTORE_FAILED.causedBy(e, url, e, "");
        } finally {
            delete(list);
        }
        return kept.ofOthers();
    }

    private static void delete(@Nullable Path list) {
        try {
            if (list != null) {
                Files.deleteIfExists(list);
            }
        } catch (IOException e) {
            // It holds names only, and what was done is done.
        }
    }

    private void pipe(Path backup, Path list, LockTable locks) throws MojoExecutionException {
        List<PostgresqlTools.Outcome> outcomes = tools.pipe(
                List.of(
                        PostgresqlTools.RESTORE,
                        "--use-list=" + list,
                        "--single-transaction",
                        "--file=-",
                        backup.toString()),
                "BEGIN;\n" + Script.of("clear-database.sql"),
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
            throw GoalError.RESTORE_FAILED.with(url, reader.said(), advice(reader.said(), locks));
        }
        PostgresqlTools.Outcome writer = outcomes.get(0);
        if (!writer.succeeded()) {
            throw GoalError.RESTORE_FAILED.with(url, writer.said(), advice(writer.said(), locks));
        }
    }

    private static String advice(String said, LockTable locks) {
        if (said.contains("out of shared memory")) {
            return locks.advice();
        }
        return said.contains("lock timeout")
                ? " Others work with its tables: stop the programs that use it, and restore again."
                : "";
    }
}
