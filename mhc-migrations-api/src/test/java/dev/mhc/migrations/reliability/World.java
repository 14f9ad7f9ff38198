package dev.mhc.migrations.reliability;

import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.operation.SchemaEditor;
import dev.mhc.migrations.schema.ColumnType;
import java.util.List;

/**
 * A populated shop: foreign keys of every action, triggers, views, partial and expression indexes, AUTOINCREMENT. The
 * first migrations made it and are applied; the others are pending and do of everything a little. Each adds one to a
 * counter of its own, so that a statement that is lost or runs twice shows in the rows.
 */
final class World {

    static final String MODULE = "world";

    /** The newest migration that is applied when a fault strikes. */
    static final long APPLIED = 2025_01_03_000000L;

    /** The newest migration that is applied when a fault strikes a rebuild. */
    static final long BEFORE_REBUILDS = 2025_03_01_000000L;

    private static final String TABLES = """
            CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
            CREATE TABLE regions (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE);
            CREATE TABLE customers (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              name TEXT NOT NULL,
              email VARCHAR(100) UNIQUE,
              legacy_code TEXT,
              region_id INTEGER REFERENCES regions (id) ON DELETE SET NULL
            );
            CREATE TABLE products (
              id INTEGER PRIMARY KEY,
              sku TEXT NOT NULL UNIQUE,
              price INTEGER NOT NULL CHECK (price > 0)
            );
            CREATE TABLE orders (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
              total INTEGER NOT NULL DEFAULT 0,
              status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'paid', 'void'))
            );
            CREATE TABLE order_lines (
              order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
              line INTEGER NOT NULL,
              product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
              quantity INTEGER NOT NULL,
              PRIMARY KEY (order_id, line)
            ) WITHOUT ROWID;
            CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, of_row INTEGER NOT NULL);
            CREATE TABLE outbox (id INTEGER PRIMARY KEY AUTOINCREMENT, body BLOB)
            """;

    private static final String RULES = """
            CREATE VIEW customer_totals AS
              SELECT c.id, c.name, sum(o.total) AS total FROM customers c JOIN orders o ON o.customer_id = c.id
              GROUP BY c.id;
            CREATE INDEX orders_open ON orders (customer_id) WHERE status = 'open';
            CREATE INDEX customers_email ON customers (lower(email));
            CREATE TRIGGER orders_added AFTER INSERT ON orders BEGIN
              INSERT INTO audit (what, of_row) VALUES ('order added', new.id);
            END;
            CREATE TRIGGER prices_changed AFTER UPDATE OF price ON products BEGIN
              INSERT INTO audit (what, of_row) VALUES ('price ' || old.price || ' to ' || new.price, new.id);
            END
            """;

    private static final String ROWS = """
            INSERT INTO counters (name, value) VALUES ('m4', 0), ('m5', 0), ('m6', 0), ('m7', 0), ('m8', 0), ('m9', 0);
            INSERT INTO regions (id, name) VALUES (1, 'North'), (2, 'East'), (3, 'South'), (4, 'West');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
              INSERT INTO customers (name, email, legacy_code, region_id)
              SELECT 'Customer ' || i, 'c' || i || '@example.org', 'L' || (i * 7), 1 + i % 4 FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
              INSERT INTO products (id, sku, price) SELECT i, 'SKU-' || i, 100 + i FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
              INSERT INTO orders (customer_id, total, status)
              SELECT 1 + i % 60, i * 10, CASE i % 3 WHEN 0 THEN 'open' WHEN 1 THEN 'paid' ELSE 'void' END FROM n;
            INSERT INTO order_lines (order_id, line, product_id, quantity)
              SELECT o.id, l.line, 1 + (o.id + l.line) % 20, l.line FROM orders o
              JOIN (SELECT 1 AS line UNION ALL SELECT 2) l;
            INSERT INTO outbox (body) VALUES (x'00ff'), (NULL), (zeroblob(10));
            DELETE FROM outbox
            """;

    private static final List<String> TABLE_NAMES =
            List.of("outbox", "audit", "order_lines", "orders", "products", "customers", "regions", "counters");

    private World() {}

    static TestRegistry registry() {
        TestRegistry registry = TestRegistry.module(World.MODULE)
                .reversible(
                        2025_01_01_000000L,
                        "Tables",
                        schema -> schema.sql(TABLES),
                        schema -> TABLE_NAMES.forEach(schema::dropTable))
                .reversible(
                        2025_01_02_000000L,
                        "Rules",
                        schema -> schema.sql(RULES),
                        schema -> schema.sql("DROP VIEW customer_totals; DROP INDEX orders_open;"
                                + " DROP INDEX customers_email; DROP TRIGGER orders_added;"
                                + " DROP TRIGGER prices_changed"))
                .reversible(
                        APPLIED,
                        "Rows",
                        schema -> schema.sql(ROWS),
                        schema -> TABLE_NAMES.forEach(table -> schema.sql("DELETE FROM " + table)));
        PendingMigrations.addTo(registry);
        return registry;
    }

    /** All that, and two tables that get on in batches: each adds one, so that a batch that runs twice shows in the rows. */
    static TestRegistry withBackfill() {
        return registry()
                .reversible(
                        2025_03_01_000000L,
                        "Batches",
                        schema -> {
                            schema.backfill("products")
                                    .set("price", "price + 1")
                                    .batchRows(7);
                            schema.backfill("order_lines")
                                    .set("quantity", "quantity + 1")
                                    .where("line < 3")
                                    .batchRows(100);
                        },
                        schema -> schema.backfill("products").set("price", "price - 1"));
    }

    /**
     * All that, and two tables that are rebuilt. Both have children that cascade, indexes of every sort, triggers that
     * would write if a copied row fired them, a view, and numbers that were given and must not be given again.
     */
    static TestRegistry withRebuilds() {
        return registry()
                .reversible(
                        BEFORE_REBUILDS,
                        "More rules",
                        schema -> schema.sql("""
                                CREATE UNIQUE INDEX orders_amounts ON orders (customer_id, amount DESC);
                                CREATE INDEX orders_paid ON orders (amount) WHERE orders.status = 'paid';
                                CREATE TRIGGER customers_changed AFTER UPDATE OF email ON customers BEGIN
                                  INSERT INTO audit (what, of_row) SELECT 'orders of', o.id FROM orders o
                                  WHERE o.customer_id = new.id;
                                END;
                                INSERT INTO orders (customer_id, amount) VALUES (1, 5000), (2, 5001);
                                DELETE FROM orders WHERE amount >= 5000
                                """),
                        schema -> schema.sql("DROP INDEX orders_amounts; DROP INDEX orders_paid;"
                                + " DROP TRIGGER customers_changed"))
                .reversible(
                        2025_03_02_000000L,
                        "Rebuild orders",
                        schema -> {
                            schema.alterTable("orders", t -> {
                                t.alterColumn("amount").type(ColumnType.bigint());
                                t.addUnique("id", "amount");
                            });
                            count(schema, 1);
                        },
                        schema -> {
                            schema.alterTable("orders", t -> {
                                t.dropUnique("id", "amount");
                                t.alterColumn("amount").type(ColumnType.integer());
                            });
                            count(schema, -1);
                        })
                .reversible(
                        2025_03_03_000000L,
                        "Rebuild customers",
                        schema -> schema.alterTable("customers", t -> {
                            t.addCheck("named", "length(name) > 0");
                            t.alterColumn("email").type(ColumnType.varchar(120)).defaultValue("none");
                        }),
                        schema -> schema.alterTable("customers", t -> {
                            t.dropCheck("named");
                            t.alterColumn("email").type(ColumnType.varchar(100)).dropDefault();
                        }));
    }

    private static void count(SchemaEditor schema, int by) {
        schema.sql("UPDATE counters SET value = value + " + by + " WHERE name = 'm4'");
    }
}
