package dev.mhc.migrations.engine;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaDiff;
import dev.mhc.migrations.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

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
        int entities = 0;
        for (EntitySchema entitySchema : entitySchemas) {
            expected.addAll(entitySchema.schema().tables());
            entities += entitySchema.entities().size();
        }
        Schema live = lease.dialect().inspect(lease.connection());
        return new SchemaReport(
                SchemaDiff.compare(
                        new Schema(expected),
                        new Schema(history.without(live.tables())),
                        lease.dialect().rules()),
                entities,
                expected.size());
    }
}
