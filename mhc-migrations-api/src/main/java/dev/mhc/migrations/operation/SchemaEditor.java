package dev.mhc.migrations.operation;

import java.util.function.Consumer;

/**
 * What a migration writes its changes to. Every call records an {@link Operation}, in order; nothing is executed and
 * nothing can be read, so what a migration describes never depends on a database.
 *
 * <p>The name of a table or view may say a schema of PostgreSQL before its first dot: {@code billing.invoices}. Without
 * one it stands in the connection's current schema. An index stands in the schema of its table and is created under its
 * bare name; where it is dropped, its name may say the schema. SQLite has no schemas: there the whole is one name.
 */
public interface SchemaEditor {

    /** Creates a table with the columns and constraints that {@code definition} gives it. */
    void createTable(String name, Consumer<? super CreateTableEditor> definition);

    /** Drops a table with its rows. */
    void dropTable(String name);

    /** Renames a table; foreign keys that reference it follow. */
    void renameTable(String from, String to);

    /** Changes a table; all of {@code changes} together are at most one rebuild. */
    void alterTable(String name, Consumer<? super AlterTableEditor> changes);

    /** Creates an index; say {@link IndexTarget#on on} what. */
    IndexTarget createIndex(String name);

    /** Drops an index. */
    DropIndexEditor dropIndex(String name);

    /**
     * Creates a view that shows what {@code query} gives, which both databases understand. A view is replaced by dropping
     * it and creating it anew, in one migration.
     */
    void createView(String name, String query);

    /** Creates a view whose query differs between the databases; both must have one. */
    void createView(String name, Sql query);

    /** Drops a view. What other views read is not dropped before them. */
    void dropView(String name);

    /** Executes SQL that is the same on both databases. Several statements are executed one after the other. */
    void sql(String sql);

    /** Executes SQL that differs between the databases. */
    void sql(Sql sql);

    /** Runs JDBC work in the migration's transaction; {@code description} says what it does, for people. */
    void run(String description, JdbcWork work);

    /**
     * Computes columns of the rows that a table has, in batches; say what is {@link BackfillTarget#set set}.
     *
     * <p>Each batch is committed by itself, so a large table is never locked for long, and a run that was killed or failed
     * goes on after the last batch: no row is changed twice, none is left out. That is why a migration with a backfill
     * consists of backfills only. What the batches have committed could not be taken back together with a change of the
     * schema that fails: such a change belongs in a migration before (the new column) or after (its NOT NULL).
     *
     * <p>The rows are gone through once, in the order of their key, up to the last one that is there when a run comes to
     * the table. A row that comes in later, or whose key changes, is the application's business: it should already write the new column when
     * the backfill begins. A trigger fires as for any UPDATE, and foreign keys are enforced.
     */
    BackfillTarget backfill(String table);
}
