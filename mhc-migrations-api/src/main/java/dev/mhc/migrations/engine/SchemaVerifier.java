package dev.mhc.migrations.engine;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaDiff;
import dev.mhc.migrations.schema.Sequence;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the entities of a build with a database. */
final class SchemaVerifier {

    private final List<EntitySchema> entitySchemas;
    private final HistoryTable history;
    private final List<String> ignored;

    /**
     * For these entities.
     *
     * @param ignored patterns of tables that are not compared
     * @throws dev.mhc.migrations.error.MigrationException if there are none
     */
    SchemaVerifier(Collection<? extends EntitySchema> entitySchemas, HistoryTable history, List<String> ignored) {
        if (entitySchemas.isEmpty()) {
            throw ErrorCode.NO_ENTITY_SCHEMA.with();
        }
        this.entitySchemas = List.copyOf(entitySchemas);
        this.history = history;
        this.ignored = ignored;
    }

    SchemaReport verify(Lease lease) throws SQLException {
        List<Table> expected = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        List<String> unchecked = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        for (EntitySchema entitySchema : entitySchemas) {
            expected.addAll(entitySchema.schema().tables());
            sequences.addAll(entitySchema.schema().sequences());
            unchecked.addAll(entitySchema.uncheckedTables());
            notes.addAll(entitySchema.notes());
            entities.addAll(entitySchema.entities());
        }
        // Several modules may number by one table or sequence.
        List<Table> distinct = expected.stream().distinct().toList();
        sequences.removeIf(sequence -> unchecked.stream().anyMatch(sequence.name()::equalsIgnoreCase));
        Dialect dialect = lease.dialect();
        List<String> tables = distinct.stream().map(Table::name).toList();
        List<String> numbering =
                sequences.stream().map(Sequence::name).distinct().toList();
        List<String> named = Stream.concat(tables.stream(), numbering.stream()).toList();
        IgnoreRules rules = new IgnoreRules(
                ignored, Stream.concat(named.stream(), unchecked.stream()).toList(), dialect.rules());
        List<IgnoredTable> owned = dialect.owned(lease.connection());
        IgnoreRules.Divided divided = rules.divide(
                without(unchecked, inspect(lease, named, owned, rules)),
                owned,
                rules.needSchema() ? dialect.currentSchema(lease.connection()) : Optional.empty());
        return new SchemaReport(
                SchemaDiff.compare(new Schema(distinct, List.of(), sequences), divided.compared(), dialect.rules()),
                notes,
                new SchemaReport.Compared(
                        dialect.name(),
                        lease.connection().getMetaData().getDatabaseProductVersion(),
                        entities,
                        tables,
                        unchecked,
                        numbering),
                divided.ignored(),
                divided.unused());
    }

    private Schema without(List<String> unchecked, Schema found) {
        Set<String> folded =
                unchecked.stream().map(table -> table.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return new Schema(
                history.without(found.tables()).stream()
                        .filter(table -> !folded.contains(table.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                found.views(),
                found.sequences().stream()
                        .filter(sequence -> !folded.contains(sequence.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    /** What is there, and what is expected elsewhere: in other schemas, or among what is somebody else's. */
    private static Schema inspect(Lease lease, List<String> expected, List<IgnoredTable> owned, IgnoreRules rules)
            throws SQLException {
        Schema found = lease.dialect().inspect(lease.connection());
        List<String> mappedOwned =
                owned.stream().map(IgnoredTable::table).filter(rules::isMapped).toList();
        Set<String> elsewhere =
                expected.stream().filter(name -> name.indexOf('.') > 0).collect(Collectors.toSet());
        elsewhere.addAll(mappedOwned);
        if (elsewhere.isEmpty()) {
            return found;
        }
        Schema others = lease.dialect().inspect(lease.connection(), elsewhere);
        List<View> views = new ArrayList<>(found.views());
        views.addAll(others.views());
        // What cannot be looked into is there at least, such as a virtual table.
        Set<String> known = new HashSet<>();
        others.tables().forEach(table -> known.add(table.name()));
        others.views().forEach(view -> known.add(view.name()));
        others.sequences().forEach(sequence -> known.add(sequence.name()));
        mappedOwned.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> views.add(new View(name, List.of())));
        return new Schema(
                Stream.concat(found.tables().stream(), others.tables().stream())
                        .distinct()
                        .toList(),
                views.stream().distinct().toList(),
                Stream.concat(found.sequences().stream(), others.sequences().stream())
                        .distinct()
                        .toList());
    }
}
