package dev.mhc.migrations.reliability;

import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.operation.JdbcWork;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ReferentialAction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The migrations that run while a fault strikes. */
final class PendingMigrations {

    static final long SHIPMENTS = 2025_02_04_000000L;
    static final long NOTES = 2025_02_05_000000L;
    static final long PRICES = 2025_02_06_000000L;
    static final long LOYALTY = 2025_02_07_000000L;
    static final long REGIONS = 2025_02_08_000000L;
    static final long TIDY = 2025_02_09_000000L;

    private PendingMigrations() {}

    static void addTo(TestRegistry registry) {
        registry.reversible(SHIPMENTS, "Add shipments", PendingMigrations::shipments, schema -> {
                    schema.dropTable("shipments");
                    uncount(schema, "m4");
                })
                .reversible(NOTES, "Notes and amounts", PendingMigrations::notes, schema -> {
                    schema.alterTable("orders", t -> {
                        t.dropColumn("note");
                        t.renameColumn("amount", "total");
                    });
                    uncount(schema, "m5");
                })
                .reversible(PRICES, "Raise prices", PendingMigrations::prices, schema -> {
                    schema.sql("UPDATE products SET price = price - 1");
                    schema.dropIndex("shipments_order");
                    schema.createIndex("orders_open")
                            .on("orders", "customer_id")
                            .where("status = 'open'");
                    uncount(schema, "m6");
                })
                .reversible(LOYALTY, "Count loyalty", PendingMigrations::loyalty, schema -> {
                    schema.run("take the bonus back", PendingMigrations::takeBonusBack);
                    schema.dropTable("loyalty");
                    uncount(schema, "m7");
                })
                .reversible(REGIONS, "Name regions", PendingMigrations::regions, schema -> {
                    schema.run("lower the names", tryingThrice("UPDATE regions SET name = lower(name)"));
                    schema.sql("DELETE FROM regions WHERE name = 'overseas'");
                    uncount(schema, "m8");
                })
                .reversible(TIDY, "Tidy up", PendingMigrations::tidy, schema -> {
                    schema.alterTable("customers", t -> t.addColumn("legacy_code", ColumnType.text()));
                    schema.sql("DROP TRIGGER orders_gone");
                    uncount(schema, "m9");
                });
    }

    private static void shipments(SchemaEditor schema) {
        schema.createTable("shipments", t -> {
            t.id();
            t.column("order_id", ColumnType.bigint())
                    .notNull()
                    .references("orders", "id")
                    .onDelete(ReferentialAction.CASCADE);
            t.column("carrier", ColumnType.varchar(20)).notNull().defaultValue("post");
        });
        schema.sql("INSERT INTO shipments (order_id) SELECT id FROM orders WHERE status = 'paid' ORDER BY id");
        count(schema, "m4");
    }

    private static void notes(SchemaEditor schema) {
        schema.alterTable("orders", t -> {
            t.renameColumn("total", "amount");
            t.addColumn("note", ColumnType.text()).notNull().defaultValue("");
        });
        schema.sql("UPDATE orders SET note = note || 'n' || amount");
        count(schema, "m5");
    }

    private static void prices(SchemaEditor schema) {
        schema.createIndex("shipments_order").on("shipments", "order_id").unique();
        schema.dropIndex("orders_open");
        schema.sql("UPDATE products SET price = price + 1");
        count(schema, "m6");
    }

    private static void loyalty(SchemaEditor schema) {
        schema.createTable("loyalty", t -> {
            t.column("customer_id", ColumnType.bigint())
                    .primaryKey()
                    .references("customers", "id")
                    .onDelete(ReferentialAction.CASCADE);
            t.column("points", ColumnType.bigint()).notNull();
            t.check("points_counted", "points >= 0");
        });
        schema.run("count the points", PendingMigrations::countPoints);
        count(schema, "m7");
    }

    private static void countPoints(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT customer_id, sum(amount) FROM orders GROUP BY customer_id ORDER BY customer_id");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO loyalty (customer_id, points) VALUES (?, ?)")) {
            while (rows.next()) {
                insert.setLong(1, rows.getLong(1));
                insert.setLong(2, rows.getLong(2) / 10);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void takeBonusBack(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE outbox SET body = NULL");
            statement.executeUpdate("UPDATE loyalty SET points = points / 2");
        }
    }

    private static void regions(SchemaEditor schema) {
        schema.sql("INSERT INTO regions (name) VALUES ('Overseas')");
        schema.run("raise the names", tryingThrice("UPDATE regions SET name = upper(name)"));
        schema.sql("INSERT INTO outbox (body) SELECT name FROM regions ORDER BY id");
        count(schema, "m8");
    }

    private static void tidy(SchemaEditor schema) {
        schema.alterTable("customers", t -> t.dropColumn("legacy_code"));
        schema.sql("""
                CREATE TRIGGER orders_gone AFTER DELETE ON orders BEGIN
                  INSERT INTO audit (what, of_row) VALUES ('order gone', old.id);
                END;
                DELETE FROM customers WHERE id % 10 = 0;
                DELETE FROM regions WHERE id = 4
                """);
        count(schema, "m9");
    }

    /** Work that swallows what it can; the statement may be repeated. */
    private static JdbcWork tryingThrice(String repeatable) {
        return connection -> {
            for (int attempt = 1; ; attempt++) {
                try (Statement statement = connection.createStatement()) {
                    statement.executeUpdate(repeatable);
                    return;
                } catch (SQLException | RuntimeException swallowed) {
                    if (attempt == 3) {
                        throw swallowed;
                    }
                }
            }
        };
    }

    private static void count(SchemaEditor schema, String counter) {
        schema.sql("UPDATE counters SET value = value + 1 WHERE name = '" + counter + "'");
    }

    private static void uncount(SchemaEditor schema, String counter) {
        schema.sql("UPDATE counters SET value = value - 1 WHERE name = '" + counter + "'");
    }
}
