package dev.mhc.migrations.processor.oracle;

import dev.mhc.migrations.dialect.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** A file of its own. */
final class SqliteLive extends LiveDatabase {

    private final Set<String> uuids;

    private SqliteLive(SQLiteDataSource source, Connection connection, Set<String> uuids) throws SQLException {
        super(source, connection, SqliteDialect.of(connection.getMetaData().getDatabaseProductVersion()));
        this.uuids = uuids;
    }

    /** Creates the file, and in it what Hibernate creates. */
    static SqliteLive create(Path file, HibernateSchema schema) throws SQLException, IOException {
        Files.deleteIfExists(file);
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(false);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        SqliteLive live = new SqliteLive(source, source.getConnection(), schema.uuids());
        List<String> statements = new ArrayList<>();
        for (String statement : schema.statements()) {
            // SQLite has no comments on columns; hbm2ddl logs that and goes on.
            if (statement.startsWith("comment on")) {
                continue;
            }
            statements.add(CreateTable.isOne(statement) ? withConstraints(statement, schema) : statement);
        }
        live.execute(statements);
        return live;
    }

    /** Hibernate's dialect of SQLite leaves them out, because they could not be added by an ALTER TABLE. */
    private static String withConstraints(String statement, HibernateSchema schema) {
        CreateTable table = CreateTable.read(statement);
        for (String constraint : schema.constraints().getOrDefault(table.name(), List.of())) {
            if (!table.has(constraint)) {
                table = table.with(constraint);
            }
        }
        return table.sql();
    }

    @Override
    List<Mutation> mutations(Set<String> checked) throws SQLException {
        return SqliteMutations.of(connection(), uuids, checked);
    }
}
