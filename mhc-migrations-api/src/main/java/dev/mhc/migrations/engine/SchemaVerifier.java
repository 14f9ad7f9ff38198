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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        Schema found = inspect(lease, expected);
        List<Table> live = history.without(found.tables()).stream()
                .filter(table -> !unchecked.contains(folded(table.name())))
                .toList();
        return new SchemaReport(
                SchemaDiff.compare(
                        new Schema(expected),
                        new Schema(live, found.views()),
                        lease.dialect().rules()),
                notes,
                entities,
                expected.size());
    }

    /** What is there, and of other schemas what is expected there. */
    private static Schema inspect(Lease lease, List<Table> expected) throws SQLException {
        Schema found = lease.dialect().inspect(lease.connection());
        Set<String> elsewhere = expected.stream()
                .map(Table::name)
                .filter(name -> name.indexOf('.') > 0)
                .collect(Collectors.toSet());
        if (elsewhere.isEmpty()) {
            return found;
        }
        Schema others = lease.dialect().inspect(lease.connection(), elsewhere);
        return new Schema(
                Stream.concat(found.tables().stream(), others.tables().stream())
                        .distinct()
                        .toList(),
                Stream.concat(found.views().stream(), others.views().stream())
                        .distinct()
                        .toList());
    }

    private static String folded(String table) {
        return table.toLowerCase(Locale.ROOT);
    }
}
