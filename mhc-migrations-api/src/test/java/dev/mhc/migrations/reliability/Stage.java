package dev.mhc.migrations.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where a scenario starts, and every state in which it may leave a database: the last is its end. */
record Stage(Path start, List<Fingerprint> allowed) {

    private static final Map<Scenario, Stage> BUILT = new EnumMap<>(Scenario.class);

    /** Built once: the steps are done one by one, and all at once must come to the same. */
    static synchronized Stage of(Scenario scenario) throws SQLException, IOException {
        Stage stage = BUILT.get(scenario);
        if (stage == null) {
            stage = build(scenario);
            BUILT.put(scenario, stage);
        }
        return stage;
    }

    private static Stage build(Scenario scenario) throws SQLException, IOException {
        Path folder = Files.createTempDirectory("mhc-stage");
        folder.toFile().deleteOnExit();
        Path start = folder.resolve("start.db");
        start.toFile().deleteOnExit();
        scenario.prepare(start);
        Databases.givenBackup(start).toFile().deleteOnExit();
        Path moved = folder.resolve("moved.db");
        Databases.copy(start, moved);
        List<Fingerprint> allowed = new ArrayList<>(List.of(Fingerprint.of(moved)));
        while (scenario.step(scenario.settings(FaultDriver.dataSource(moved)), allowed.size() - 1)) {
            allowed.add(Fingerprint.of(moved));
        }
        Databases.copy(start, moved);
        scenario.run(scenario.settings(FaultDriver.dataSource(moved)));
        Stage stage = new Stage(start, List.copyOf(allowed));
        Fingerprint atOnce = Fingerprint.of(moved);
        Databases.delete(moved);
        if ((allowed.size() < 2 && scenario.changesTheDatabase()) || !atOnce.equals(stage.end())) {
            throw new IllegalStateException(
                    scenario + " in steps and at once differ:" + stage.end().difference(atOnce));
        }
        return stage;
    }

    Fingerprint end() {
        return allowed.get(allowed.size() - 1);
    }
}
