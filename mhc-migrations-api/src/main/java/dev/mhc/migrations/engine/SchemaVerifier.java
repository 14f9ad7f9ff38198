package dev.mhc.migrations.engine;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaDiff;
import dev.mhc.migrations.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares the entities of a build with a database. */
final class SchemaVerifier {

    private final List<EntitySchema> entitySchemas;
    private final HistoryTable history;

    /**
     * For these entities.
     *
     * @throws dev.mhc.migrations.error.MigrationException if there are none
     */
    SchemaVerifier(Collection<? extends EntitySchema> entitySchemas, HistoryTable history) {
        if (entitySchemas.isEmpty()) {
            throw ErrorCode.NO_ENTITY_SCHEMA.with();
        }
        this.entitySchemas = List.copyOf(entitySchemas);
        this.history = history;
    }

    SchemaReport verify(Lease lease) throws SQLException {
        List<Table> expected = new ArrayList<>();
        Set<String> unchecked = new HashSet<>();
        List<String> notes = new ArrayList<>();
        int entities = 0;
        for (EntitySchema entitySchema : entitySchemas) {
            expected.addAll(entitySchema.schema().tables());
            entitySchema.uncheckedTables().forEach(table -> unchecked.add(folded(table)));
            notes.addAll(entitySchema.notes());
            entities += entitySchema.entities().size();
        }
        List<Table> live = history
                .without(lease.dialect().inspect(lease.connection()).tables())
                .stream()
                .filter(table -> !unchecked.contains(folded(table.name())))
                .toList();
        return new SchemaReport(
                SchemaDiff.compare(
                        new Schema(expected), new Schema(live), lease.dialect().rules()),
                notes,
                entities,
                expected.size());
    }

    private static String folded(String table) {
        return table.toLowerCase(Locale.ROOT);
    }
}
