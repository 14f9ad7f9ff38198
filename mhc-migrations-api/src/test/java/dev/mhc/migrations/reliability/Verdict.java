package dev.mhc.migrations.reliability;

import dev.mhc.migrations.error.MigrationException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Judges a database after a fault: whole migrations only, nothing lost, and the next run goes to the end. */
final class Verdict {

    private static final Pattern BLAMED = Pattern.compile("[Mm]igration (\\d{14}) ");

    /**
     * What a fault left.
     *
     * @param reached which of the allowed states the database is in; negative if in none
     * @param done whether there is nothing left to do
     */
    private record State(int reached, boolean done) {}

    private final Scenario scenario;
    private final Path database;
    private final List<String> complaints = new ArrayList<>();

    private Verdict(Scenario scenario, Path database) {
        this.scenario = scenario;
        this.database = database;
    }

    /**
     * What is wrong; empty if nothing is.
     *
     * @param failure what the run threw
     */
    static List<String> of(Scenario scenario, Path database, @Nullable Throwable failure)
            throws SQLException, IOException {
        Verdict verdict = new Verdict(scenario, database);
        State state = verdict.state();
        if (failure == null) {
            verdict.require(state.done(), "success was reported in state " + state.reached());
        } else {
            verdict.require(!state.done(), "all is done, and the run failed with " + failure);
            verdict.failure(failure);
            verdict.claim(state, String.valueOf(failure.getMessage()));
            verdict.requireNoUnfinishedBackup();
        }
        verdict.next(state);
        return verdict.complaints;
    }

    /** As {@link #of}, after the end of a process that could not say anything. */
    static List<String> afterEnd(Scenario scenario, Path database) throws SQLException, IOException {
        return afterEnd(scenario, database, "");
    }

    /** As {@link #afterEnd(Scenario, Path)}, of a process that said this before it failed. */
    static List<String> afterEnd(Scenario scenario, Path database, String output) throws SQLException, IOException {
        Verdict verdict = new Verdict(scenario, database);
        State state = verdict.state();
        verdict.claim(state, output);
        verdict.next(state);
        return verdict.complaints;
    }

    private State state() throws SQLException, IOException {
        int reached = reached();
        BackupFiles backups = BackupFiles.of(database, Stage.of(scenario));
        complaints.addAll(backups.complaints());
        Fingerprint start = Stage.of(scenario).allowed().get(0);
        boolean backedUp = backups.made().contains(start);
        require(reached <= 0 || !scenario.backsUp() || backedUp, "no backup of what was there, in state " + reached);
        boolean atEnd = reached == Stage.of(scenario).allowed().size() - 1;
        return new State(reached, atEnd && (scenario.changesTheDatabase() || backedUp));
    }

    private int reached() throws SQLException, IOException {
        Fingerprint found = look();
        List<Fingerprint> allowed = Stage.of(scenario).allowed();
        int reached = allowed.indexOf(found);
        if (reached < 0) {
            Fingerprint nearest = allowed.stream()
                    .filter(it -> it.toString().equals(found.toString()))
                    .findFirst()
                    .orElse(allowed.get(0));
            complaints.add("half a migration:" + nearest.difference(found));
        }
        return reached;
    }

    private Fingerprint look() throws SQLException {
        try (Connection connection = Databases.open(database);
                Statement statement = connection.createStatement()) {
            require(Fingerprint.rows(statement, "", "PRAGMA integrity_check").equals(List.of("ok")), "integrity_check");
            require(Fingerprint.rows(statement, "", "PRAGMA foreign_key_check").isEmpty(), "foreign_key_check");
            return Fingerprint.of(statement);
        }
    }

    private void claim(State state, String message) {
        require(state.reached() == 0 || !message.contains("It is as it was"), "it is not as it was: " + message);
        require(
                state.reached() == 0 || !message.contains("Nothing was run"),
                "something was run, in spite of: " + message);
    }

    private void requireNoUnfinishedBackup() {
        List<Path> leftovers = BackupFiles.leftovers(database).stream()
                .filter(name -> name.toString().contains(".tmp"))
                .toList();
        require(leftovers.isEmpty(), "left behind: " + leftovers);
    }

    private void failure(Throwable failure) throws SQLException {
        if (!(failure instanceof MigrationException)) {
            complaints.add("not an exception of ours: " + failure);
            return;
        }
        String message = String.valueOf(failure.getMessage());
        Matcher blamed = BLAMED.matcher(message);
        if (blamed.find()) {
            List<String> last = Databases.query(
                    database,
                    "SELECT event FROM mhc_history WHERE version = " + blamed.group(1) + " ORDER BY seq DESC LIMIT 1");
            boolean done = last.equals(List.of(scenario.event()));
            require(!done, "it is done, and the message says: " + message);
        }
    }

    private void next(State state) throws SQLException, IOException {
        if (state.done() && !scenario.isRepeatable()) {
            return;
        }
        try {
            scenario.run(scenario.settings(FaultDriver.dataSource(database)));
        } catch (RuntimeException e) {
            complaints.add("the next run failed: " + e);
        }
        Fingerprint end = Fingerprint.of(database);
        require(
                end.equals(Stage.of(scenario).end()),
                "the next run ends elsewhere:" + Stage.of(scenario).end().difference(end));
        if (scenario.backsUp() && !(state.done() && scenario == Scenario.APPLY_WITH_BACKUP)) {
            BackupFiles backups = BackupFiles.of(database, Stage.of(scenario));
            complaints.addAll(backups.complaints());
            require(!backups.made().isEmpty(), "the next run made no backup");
            require(
                    BackupFiles.leftovers(database).isEmpty(),
                    "left behind by the next run: " + BackupFiles.leftovers(database));
        }
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            complaints.add(otherwise);
        }
    }
}
