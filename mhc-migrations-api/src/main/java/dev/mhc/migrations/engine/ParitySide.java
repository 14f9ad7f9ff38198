package dev.mhc.migrations.engine;

import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.schema.LogicalDiff;
import dev.mhc.migrations.schema.Schema;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** One of two databases that are compared. */
final class ParitySide {

    private static final HistoryTable HISTORY = new HistoryTable(HistoryTable.DEFAULT_NAME);
    private static final int NAMED_OBJECTS = 3;

    private final DataSource dataSource;
    private final Leases leases;
    private final String name;

    private ParitySide(DataSource dataSource, Leases leases, String name) {
        this.dataSource = dataSource;
        this.leases = leases;
        this.name = name;
    }

    static ParitySide of(DataSource dataSource) {
        Leases leases = new Leases(dataSource, Duration.ofMinutes(1), HistoryTable.DEFAULT_NAME);
        return new ParitySide(
                dataSource, leases, leases.lent(lease -> lease.dialect().name()));
    }

    /** What users call it. */
    String name() {
        return name;
    }

    /** The same side under another name. */
    ParitySide named(String otherName) {
        return new ParitySide(dataSource, leases, otherName);
    }

    void requireEmpty() {
        List<String> objects = leases.prepared(lease -> lease.dialect().objects(lease.connection()));
        if (!objects.isEmpty()) {
            int left = objects.size() - NAMED_OBJECTS;
            throw ErrorCode.PARITY_NOT_EMPTY.with(
                    name,
                    String.join(", ", objects.subList(0, Math.min(NAMED_OBJECTS, objects.size())))
                            + (left > 0 ? " and " + left + " more" : ""));
        }
    }

    /** What is there, the history left out. */
    LogicalDiff.Side inspect() {
        return leases.prepared(lease -> {
            Schema schema = lease.dialect().inspect(lease.connection());
            return new LogicalDiff.Side(
                    new Schema(HISTORY.without(schema.tables()), schema.views()),
                    lease.dialect().rules());
        });
    }

    void migrate(Collection<? extends MigrationRegistry> registries, Consumer<Migrator> how) {
        try {
            how.accept(Migrator.builder(dataSource).registries(registries).build());
        } catch (MigrationException e) {
            throw ErrorCode.PARITY_STOPPED.causedBy(e, name, e.getMessage());
        }
    }
}
