package dev.mhc.migrations.reliability;

import java.nio.file.Path;

/** The main class of a process that runs a scenario, with a fault or without one. */
final class ScenarioChild {

    static final String READY = "ready";

    private ScenarioChild() {}

    /** Takes the scenario, the database, the kind of the fault and its point, and perhaps how to wait for the disk. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Scenario scenario = Scenario.valueOf(arguments[0]);
        Path database = Path.of(arguments[1]);
        if (arguments.length > 4) {
            System.setProperty(Databases.SYNCHRONOUS, arguments[4]);
        }
        Databases.open(Path.of(":memory:")).close();
        System.out.println(READY);
        Fault fault = new Fault(Fault.Kind.valueOf(arguments[2]), Integer.parseInt(arguments[3]));
        FaultDriver.arm(fault);
        scenario.run(scenario.settings(FaultDriver.dataSource(database)));
    }
}
