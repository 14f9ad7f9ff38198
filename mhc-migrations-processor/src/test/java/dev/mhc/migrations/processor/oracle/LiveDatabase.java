package dev.mhc.migrations.processor.oracle;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaDiff;
import dev.mhc.migrations.schema.Sequence;
import dev.mhc.migrations.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A real database that Hibernate has created tables in. */
abstract class LiveDatabase implements AutoCloseable {

    private final DataSource source;
    private final Connection connection;
    private final Dialect dialect;

    /** One that {@code source} connects to, as {@code connection} does. */
    LiveDatabase(DataSource source, Connection connection, Dialect dialect) {
        this.source = source;
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Every single change of what is there; of checks in {@code checked} tables only, whose names are in lower case. */
    abstract List<Mutation> mutations(Set<String> checked) throws SQLException;

    Connection connection() {
        return connection;
    }

    private Schema inspect(Set<String> named) throws SQLException {
        return named.isEmpty() ? dialect.inspect(connection) : dialect.inspect(connection, named);
    }

    void execute(Collection<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(e.getMessage() + " in " + sql, e.getSQLState(), e);
                }
            }
        }
    }

    /** What {@code verify-schema} says. */
    List<Difference> verify(List<EntitySchema> schemas) {
        return Migrator.builder(source)
                .entitySchemas(schemas)
                .build()
                .verifySchema()
                .differences();
    }

    /**
     * What {@code verify-schema} would say after a mutation, which is then taken back; empty if the database does not
     * accept it.
     */
    Optional<List<Difference>> verify(Mutation mutation, List<EntitySchema> schemas) throws SQLException {
        connection.setAutoCommit(false);
        try {
            try {
                execute(mutation.statements());
            } catch (SQLException refused) {
                return Optional.empty();
            }
            return Optional.of(compare(schemas));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** As the engine does it, on a connection inside a transaction, which the engine does not take. */
    private List<Difference> compare(List<EntitySchema> schemas) throws SQLException {
        List<Table> expected = schemas.stream()
                .flatMap(it -> it.schema().tables().stream())
                .distinct()
                .toList();
        List<Sequence> sequences =
                schemas.stream().flatMap(it -> it.schema().sequences().stream()).toList();
        Set<String> elsewhere = new HashSet<>();
        expected.stream().map(Table::name).filter(it -> it.indexOf('.') > 0).forEach(elsewhere::add);
        Set<String> unchecked = new HashSet<>();
        schemas.forEach(it -> it.uncheckedTables().forEach(table -> unchecked.add(table.toLowerCase(Locale.ROOT))));
        Schema here = inspect(Set.of());
        Schema there = elsewhere.isEmpty() ? new Schema(List.of()) : inspect(elsewhere);
        List<Table> live = Stream.concat(here.tables().stream(), there.tables().stream())
                .distinct()
                .filter(it -> !unchecked.contains(it.name().toLowerCase(Locale.ROOT)))
                .toList();
        return SchemaDiff.compare(
                new Schema(expected, List.of(), sequences),
                new Schema(live, here.views(), here.sequences()),
                dialect.rules());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
