package dev.mhc.migrations.engine;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What commits by itself in a migration that is not transactional.
 *
 * @param number its place in the migration, from 1
 * @param operation the number of the operation that it is of
 * @param part what it does
 * @param outside why it runs outside of a transaction, if it does
 */
record MigrationStep(int number, int operation, Operation part, Optional<String> outside) {

    /** The steps of a migration, in order. */
    static List<MigrationStep> of(PlannedMigration migration, Dialect dialect) {
        List<MigrationStep> steps = new ArrayList<>();
        int operation = 0;
        for (Operation whole : migration.operations()) {
            operation++;
            for (Operation part : dialect.divide(whole)) {
                steps.add(new MigrationStep(steps.size() + 1, operation, part, dialect.outsideTransaction(part)));
            }
        }
        return steps;
    }

    StepMark mark(Dialect dialect) {
        return StepMark.of(part, dialect);
    }
}
