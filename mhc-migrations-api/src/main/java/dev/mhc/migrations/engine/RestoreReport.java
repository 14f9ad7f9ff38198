package dev.mhc.migrations.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a restore did.
 *
 * @param database the file that was replaced or made
 * @param from the backup that it is now equal to
 * @param before a backup of what it was, to undo the restore; empty if there was nothing
 * @param inEffect the migrations in effect now, in order
 * @param warnings what the user should know
 */
public record RestoreReport(
        Path database, Path from, Optional<Backup> before, List<MigrationStatus> inEffect, List<String> warnings) {

    public RestoreReport {
        inEffect = List.copyOf(inEffect);
        warnings = List.copyOf(warnings);
    }
}
