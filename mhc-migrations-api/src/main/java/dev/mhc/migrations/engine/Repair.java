package dev.mhc.migrations.engine;

import dev.mhc.migrations.error.ErrorCode;
import java.util.List;
import java.util.Optional;

/** The acceptance, with a reason and on record, that an applied migration's class changed. */
final class Repair implements Recorded {

    private static final int LONGEST_REASON = 500;

    private final Registries.Known migration;
    private final String reason;

    private Repair(Registries.Known migration, String reason) {
        this.migration = migration;
        this.reason = reason;
    }

    /**
     * The acceptance of what this build has for a migration.
     *
     * @throws dev.mhc.migrations.error.MigrationException if this build has no such migration, or no reason is given
     */
    static Repair of(Registries registries, String module, long version, String reason) {
        String stripped = reason.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_REASON
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw ErrorCode.BAD_REASON.with(LONGEST_REASON);
        }
        return new Repair(registries.require(module, version), stripped);
    }

    @Override
    public String name() {
        return "the repair of migration " + migration.label();
    }

    @Override
    public String kept() {
        return "nothing was changed";
    }

    @Override
    public List<HistoryEvent> events(HistoryState state) {
        HistoryEvent applied =
                state.find(migration.key()).orElseThrow(() -> ErrorCode.REPAIR_OF_NOT_APPLIED.with(migration.label()));
        String compiled = migration.entry().checksum();
        if (applied.checksum().equals(compiled)) {
            throw ErrorCode.REPAIR_NOT_NEEDED.with(migration.label());
        }
        HistoryEvent.Type type = HistoryEvent.Type.REPAIRED;
        return List.of(new HistoryEvent(
                state.lastSeq() + 1,
                type,
                migration.key(),
                Optional.of(reason),
                migration.entry().description(),
                compiled,
                state.digestAfter(type, migration.key(), compiled),
                HistoryTable.now(),
                Optional.empty(),
                Origin.USER));
    }
}
