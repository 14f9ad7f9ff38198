package dev.mhc.migrations.engine;

import dev.mhc.migrations.error.ErrorCode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The history as a database has it now. */
record LiveHistory(HistoryTable table) {

    /** What is in effect; nothing where there is no history table, whatever else the database has. */
    HistoryState read(Lease lease) throws SQLException {
        return table.read(lease).orElseGet(() -> new HistoryState(table.name()));
    }

    /**
     * What is in effect, for somebody who is about to write.
     *
     * @throws dev.mhc.migrations.error.MigrationException if there is no history and the database has tables or views
     */
    HistoryState require(Lease lease) throws SQLException {
        while (true) {
            Optional<HistoryState> state = table.read(lease);
            if (state.isPresent()) {
                return state.get();
            }
            List<String> objects = otherObjects(lease);
            if (objects.isEmpty()) {
                return new HistoryState(table.name());
            }
            // Another process may have committed its first migration between the two looks: history and tables come
            // together, so where the tables are its work, the history is there now.
            if (table.heads(lease).isEmpty()) {
                throw ErrorCode.UNMANAGED_DATABASE.with(found(objects));
            }
        }
    }

    /** What the database contains besides its history. */
    List<String> otherObjects(Lease lease) throws SQLException {
        return lease.dialect().objects(lease.connection()).stream()
                .filter(object -> !table.isNamed(object))
                .toList();
    }

    private static String found(List<String> objects) {
        String first = objects.stream().sorted().limit(5).collect(Collectors.joining(", "));
        return objects.size() <= 5 ? first : first + " and " + (objects.size() - 5) + " more";
    }
}
