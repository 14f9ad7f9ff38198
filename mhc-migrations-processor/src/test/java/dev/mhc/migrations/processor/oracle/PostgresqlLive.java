package dev.mhc.migrations.processor.oracle;

import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/** A schema of its own in a database of a PostgreSQL server. */
final class PostgresqlLive extends LiveDatabase {

    private PostgresqlLive(PGSimpleDataSource source, Connection connection) throws SQLException {
        super(source, connection, PostgresqlDialect.of(version(connection)));
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
    List<Mutation> mutations(Set<String> checked) throws SQLException {
        return PostgresqlMutations.of(connection(), checked);
    }
}
