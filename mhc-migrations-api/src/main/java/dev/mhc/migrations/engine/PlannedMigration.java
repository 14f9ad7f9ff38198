package dev.mhc.migrations.engine;

import dev.mhc.migrations.operation.Operation;
import java.util.List;

/**
 * A migration that would run.
 *
 * @param module whose it is
 * @param version its place in the order
 * @param description for people
 * @param className the binary name of its class
 * @param checksum of its class, 64 hexadecimal digits
 * @param direction whether its {@code up} or its {@code down} would run
 * @param transactional whether it runs in one transaction, and not each of its operations by itself
 * @param operations what that described
 */
public record PlannedMigration(
        String module,
        long version,
        String description,
        String className,
        String checksum,
        Direction direction,
        boolean transactional,
        List<Operation> operations) {

    /** Which way a migration runs. */
    public enum Direction {
        UP,
        DOWN
    }

    /** A migration that runs in one transaction. */
    public PlannedMigration(
            String module,
            long version,
            String description,
            String className,
            String checksum,
            Direction direction,
            List<Operation> operations) {
        this(module, version, description, className, checksum, direction, true, operations);
    }

    public PlannedMigration {
        operations = List.copyOf(operations);
    }

    /** The migration as messages name it: {@code 20250601180102 (Add e-mail)}. */
    public String label() {
        return version + " (" + description + ")";
    }
}
