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
        int reached = verdict.state();
        if (failure == null) {
            verdict.require(
                    reached == Stage.of(scenario).allowed().size() - 1, "success was reported in state " + reached);
        } else {
            verdict.require(
                    reached != Stage.of(scenario).allowed().size() - 1,
                    "all is done, and the run failed with " + failure);
            verdict.failure(failure);
        }
        verdict.next(reached);
        return verdict.complaints;
    }

    /** As {@link #of}, after the end of a process that could not say anything. */
    static List<String> afterEnd(Scenario scenario, Path database) throws SQLException, IOException {
        Verdict verdict = new Verdict(scenario, database);
        verdict.next(verdict.state());
        return verdict.complaints;
    }

    private int state() throws SQLException, IOException {
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

    private void next(int reached) throws SQLException, IOException {
        boolean done = reached == Stage.of(scenario).allowed().size() - 1;
        if (done && !scenario.isRepeatable()) {
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
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            complaints.add(otherwise);
        }
    }
}
