package dev.mhc.migrations.processor.oracle;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of its own in a database of a PostgreSQL server. */
final class PostgresqlLive extends LiveDatabase {

    private final PGSimpleDataSource source;
    private final Dialect dialect;

    private PostgresqlLive(PGSimpleDataSource source, Connection connection) throws SQLException {
        super(connection);
        this.source = source;
        this.dialect = PostgresqlDialect.of(version(connection));
    }

    /** Creates the schema, and in it what {@code statements} create. */
    static PostgresqlLive create(String url, String schema, List<String> statements) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setCurrentSchema(schema);
        PostgresqlLive live = new PostgresqlLive(source, source.getConnection());
        live.execute(List.of("drop schema if exists " + schema + " cascade", "create schema " + schema));
        live.execute(statements);
        return live;
    }

    static String version(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion();
    }

    @Override
    DataSource dataSource() {
        return source;
    }

    @Override
    Schema inspect(Connection over, Set<String> named) throws SQLException {
        return named.isEmpty() ? dialect.inspect(over) : dialect.inspect(over, named);
    }

    @Override
    SchemaRules rules() {
        return dialect.rules();
    }

    @Override
    List<Mutation> mutations(Set<String> checked) throws SQLException {
        return PostgresqlMutations.of(connection(), checked);
    }
}
