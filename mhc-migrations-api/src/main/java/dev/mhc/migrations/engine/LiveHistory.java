package dev.mhc.migrations.engine;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The history as a database has it now. */
record LiveHistory(HistoryTable table) {

    /** What is in effect; nothing where there is no history table, whatever else the database has. */
    HistoryState read(Lease lease) throws SQLException {
        return table.read(lease.connection(), lease.dialect()).orElseGet(() -> new HistoryState(table.name()));
    }

    /**
     * What is in effect, for somebody who is about to write.
     *
     * @throws dev.mhc.migrations.error.MigrationException if there is no history and the database is not empty
     */
    HistoryState require(Lease lease) throws SQLException {
        while (true) {
            Optional<HistoryState> state = table.read(lease.connection(), lease.dialect());
            if (state.isPresent()) {
                return state.get();
            }
            List<Table> tables = lease.dialect().inspect(lease.connection()).tables();
            if (tables.isEmpty()) {
                return new HistoryState(table.name());
            }
            // Another process may have committed its first migration between the two looks: history and tables come
            // together, so where the tables are its work, the history is there now.
            if (table.heads(lease.connection(), lease.dialect()).isEmpty()) {
                throw ErrorCode.UNMANAGED_DATABASE.with(found(tables));
            }
        }
    }

    private static String found(List<Table> tables) {
        String first = tables.stream().map(Table::name).sorted().limit(5).collect(Collectors.joining(", "));
        return tables.size() <= 5 ? first : first + " and " + (tables.size() - 5) + " more";
    }

    /** Creates the table in the open transaction, unless somebody has. */
    void createIfMissing(Lease lease) throws SQLException {
        boolean exists = !lease.dialect()
                .inspect(lease.connection(), Set.of(table.name()))
                .tables()
                .isEmpty();
        if (!exists) {
            table.create(lease.connection(), lease.dialect());
        }
    }
}
