package dev.mhc.migrations.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.fixture.PostgresqlServer;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaDiff;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change of a real database with rows is one difference to what entities expect. */
@ExtendWith(PostgresqlServer.class)
@SuppressWarnings("NullAway.Init")
final class PostgresqlDifferencesTest {

    private static final Table USERS = Table.named("users")
            .column(Column.of("id", ColumnType.bigint()).notNull().generated(Generation.IDENTITY))
            .column(Column.of("email", ColumnType.varchar(255)).notNull())
            .column(Column.of("nick", ColumnType.varchar(20)))
            .primaryKey("id")
            .uniqueKey(UniqueKey.of("email"))
            .uniqueKey(UniqueKey.of("nick"))
            .build();

    private static final Table ORDERS = Table.named("orders")
            .column(Column.of("shop", ColumnType.integer()).notNull())
            .column(Column.of("number", ColumnType.integer()).notNull())
            .column(Column.of("user_id", ColumnType.bigint()).notNull())
            .column(Column.of("total", ColumnType.decimal(10, 2)).notNull())
            .column(Column.of("state", ColumnType.varchar(9)).notNull().withDefault(new DefaultValue.Text("new")))
            .column(Column.of("pieces", ColumnType.smallint())
                    .notNull()
                    .withDefault(new DefaultValue.Numeric(BigDecimal.ONE)))
            .column(Column.of("created_at", ColumnType.timestampTz()).notNull())
            .column(Column.of("ref", ColumnType.uuid()))
            .primaryKey("shop", "number")
            .foreignKey(ForeignKey.of("user_id", "users", "id").onDelete(ReferentialAction.CASCADE))
            .index(Index.of("orders_created", "created_at"))
            .index(Index.of("orders_ref", "ref").refusingDuplicates())
            .build();

    private static final Schema EXPECTED = new Schema(List.of(USERS, ORDERS));

    private final PostgresqlDialect dialect = PostgresqlDialect.of("17");
    private Connection connection;

    @BeforeEach
    void create(PostgresqlServer.Database database) throws SQLException {
        connection = database.connect();
        execute("CREATE TABLE users (id bigserial PRIMARY KEY, email character varying(255) NOT NULL UNIQUE,"
                + " nick varchar(20) UNIQUE)");
        execute("CREATE TABLE orders (shop int, number int4, user_id int8 NOT NULL CONSTRAINT of_user REFERENCES users"
                + " ON DELETE CASCADE, total decimal(10,2) NOT NULL, state varchar(9) NOT NULL DEFAULT 'new',"
                + " pieces smallint NOT NULL DEFAULT '1', created_at timestamptz(6) NOT NULL, ref uuid,"
                + " CONSTRAINT orders_key PRIMARY KEY (shop, number))");
        execute("CREATE INDEX orders_created ON orders (created_at)");
        execute("CREATE UNIQUE INDEX orders_ref ON orders (ref) INCLUDE (total)");
        execute("INSERT INTO users (email, nick) VALUES ('a', 'n'), ('b', NULL), ('c', NULL)");
        execute("INSERT INTO orders (shop, number, user_id, total, created_at, ref) VALUES"
                + " (1, 1, 1, 9.99, now(), gen_random_uuid()), (1, 2, 2, 1, now(), NULL)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Difference> differences() throws SQLException {
        return SchemaDiff.compare(EXPECTED, dialect.inspect(connection), dialect.rules());
    }

    private static String line(Difference it) {
        return it.severity() + " " + it.place() + ": " + it.expected() + " / " + it.found();
    }

    @Test
    void whatEntitiesExpect_isNoDifference() throws SQLException {
        assertThat(differences()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALTER TABLE users ALTER email TYPE varchar(254) | ERROR users.email: varchar(255) / varchar(254)",
                "ALTER TABLE users ALTER email TYPE text | ERROR users.email: varchar(255) / text",
                "ALTER TABLE orders ALTER total TYPE numeric(11,2) | ERROR orders.total: decimal(10, 2) / decimal(11, 2)",
                "ALTER TABLE orders ALTER total TYPE numeric(10,3) | ERROR orders.total: decimal(10, 2) / decimal(10, 3)",
                "ALTER TABLE orders ALTER total DROP NOT NULL | ERROR orders.total: not null / nullable",
                "UPDATE users SET nick = email; ALTER TABLE users ALTER nick SET NOT NULL | ERROR users.nick: nullable / not null",
                "ALTER TABLE orders DROP CONSTRAINT orders_key | ERROR orders: primary key (shop, number) / nothing",
                "ALTER TABLE orders DROP CONSTRAINT orders_key, ADD PRIMARY KEY (number, shop) | INFO orders: primary key (shop, number) / primary key (number, shop)",
                "ALTER TABLE orders DROP CONSTRAINT orders_key, ADD PRIMARY KEY (number) | ERROR orders: primary key (shop, number) / primary key (number)",
                "ALTER TABLE orders DROP CONSTRAINT of_user, ADD FOREIGN KEY (user_id) REFERENCES users | WARNING orders.user_id: on delete cascade, on update no action / on delete no action, on update no action",
                "ALTER TABLE orders DROP CONSTRAINT of_user, ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE RESTRICT | WARNING orders.user_id: on delete cascade, on update no action / on delete restrict, on update no action",
                "ALTER TABLE orders DROP CONSTRAINT of_user | ERROR orders.user_id: foreign key to users(id) / nothing",
                "ALTER TABLE orders DROP CONSTRAINT of_user, ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID | ERROR orders.user_id: foreign key to users(id) / NOT VALID foreign key to users(id)",
                "ALTER TABLE orders ADD CONSTRAINT cheap CHECK (total < 5) NOT VALID | ERROR orders.cheap: check ((total < (5)::numeric)) / NOT VALID check ((total < (5)::numeric))",
                "ALTER TABLE users DROP CONSTRAINT users_email_key | ERROR users.email: unique (email) / nothing",
                "DROP INDEX orders_ref | ERROR orders.orders_ref: unique index (ref) / nothing",
                "ALTER TABLE orders ALTER created_at TYPE timestamp | ERROR orders.created_at: timestamp with time zone / timestamp",
                "ALTER TABLE orders ALTER created_at TYPE timestamptz(3) | ERROR orders.created_at: timestamp with time zone / timestamp with time zone(3)",
                "DROP INDEX orders_created | WARNING orders.orders_created: index (created_at) / nothing",
                "DROP INDEX orders_created; CREATE INDEX orders_created ON orders USING hash (created_at) | WARNING orders.orders_created: index (created_at) / index using hash (created_at)",
                "DROP INDEX orders_created; CREATE INDEX other ON orders (created_at, shop) | WARNING orders.orders_created: index (created_at) / nothing",
                "DROP INDEX orders_created; CREATE INDEX part ON orders (created_at) WHERE shop = 1 | WARNING orders.orders_created: index (created_at) / index (created_at) where (shop = 1)",
                "ALTER TABLE orders ALTER state SET DEFAULT 'old' | WARNING orders.state: default 'new' / default 'old'",
                "ALTER TABLE orders ALTER pieces DROP DEFAULT | WARNING orders.pieces: default 1 / no default",
                "ALTER TABLE orders ALTER pieces SET DEFAULT nextval('users_id_seq') | WARNING orders.pieces: default 1 / default nextval('users_id_seq'::regclass)",
                "ALTER TABLE users DROP nick | ERROR users.nick: varchar(20) / nothing",
                "ALTER TABLE users ADD age int | INFO users.age: nothing / integer",
                "ALTER TABLE users ADD age int NOT NULL DEFAULT 1; ALTER TABLE users ALTER age DROP DEFAULT | ERROR users.age: nothing / integer not null",
                "ALTER TABLE orders ALTER shop TYPE bigint | ERROR orders.shop: integer / bigint",
                "ALTER TABLE orders ALTER number ADD GENERATED ALWAYS AS IDENTITY | ERROR orders.number: a value from the application / numbered by the database, always",
                "ALTER SEQUENCE users_id_seq AS integer | WARNING users.id: numbers up to the end of bigint / sequence users_id_seq, which ends before",
                "ALTER TABLE users RENAME TO \"Users\" | ERROR users: table users / table Users (renamed?)",
                "ALTER TABLE users RENAME email TO \"eMail\" | ERROR users.email: column email / column eMail (renamed?)",
                "CREATE TABLE \"USERS\" AS TABLE users | INFO USERS: nothing / table",
                "ALTER TABLE users ALTER id DROP DEFAULT | ERROR users.id: numbered by the database / a value from the application",
                "CREATE TYPE state AS ENUM ('new'); ALTER TABLE orders ALTER state DROP DEFAULT, ALTER state TYPE state USING state::state, ALTER state SET DEFAULT 'new' | ERROR orders.state: varchar(9) / state"
            })
    void oneChange_isOneDifference(String change, String difference) throws SQLException {
        execute(change);
        assertThat(differences().stream()
                        .filter(it -> it.severity() != Difference.Severity.INFO || difference.startsWith("INFO"))
                        .map(PostgresqlDifferencesTest::line))
                .containsExactly(difference);
    }

    @Test
    void nullsNotDistinct_isADifferenceWhereThereMayBeNulls() throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
            return;
        }
        execute("UPDATE users SET nick = email");
        execute("ALTER TABLE users DROP CONSTRAINT users_nick_key, DROP CONSTRAINT users_email_key,"
                + " ADD UNIQUE NULLS NOT DISTINCT (nick), ADD UNIQUE NULLS NOT DISTINCT (email)");
        assertThat(differences().stream().map(PostgresqlDifferencesTest::line))
                .containsExactly("WARNING users.nick: unique (nick) / unique (nick) nulls not distinct");
    }

    @Test
    void invalidIndex_isNotTheIndex() throws SQLException {
        execute("DROP INDEX orders_ref");
        execute("UPDATE orders SET ref = '00000000-0000-0000-0000-000000000000'");
        assertThatThrownBy(() -> execute("CREATE UNIQUE INDEX CONCURRENTLY orders_ref ON orders (ref)"))
                .isInstanceOf(SQLException.class);
        assertThat(differences()).singleElement().satisfies(it -> {
            assertThat(line(it)).isEqualTo("ERROR orders.orders_ref: unique index (ref) / INVALID unique index (ref)");
            assertThat(it.wayOut())
                    .isEqualTo("Its making failed; rows may have duplicates. Drop it and make it again:"
                            + " schema.dropIndex(\"orders_ref\");"
                            + " schema.createIndex(\"orders_ref\").on(\"orders\", \"ref\").unique()");
        });
        execute("UPDATE orders SET ref = gen_random_uuid()");
        execute("CREATE UNIQUE INDEX CONCURRENTLY again ON orders (ref)");
        assertThat(differences().stream().map(PostgresqlDifferencesTest::line))
                .containsExactly("WARNING orders.orders_ref: nothing / INVALID unique index (ref)");
    }

    @Test
    void notValidForeignKey_hasItsWayOut() throws SQLException {
        execute("ALTER TABLE orders DROP CONSTRAINT of_user, ADD CONSTRAINT \"of \"\"user\" FOREIGN KEY (user_id)"
                + " REFERENCES users ON DELETE CASCADE NOT VALID");
        String wayOut = differences().get(0).wayOut();
        execute(wayOut.substring(wayOut.indexOf("ALTER TABLE")));
        assertThat(differences()).isEmpty();
    }

    @Test
    void viewInPlaceOfATable_isComparedByNamesAndTypes() throws SQLException {
        execute("ALTER TABLE users RENAME TO people");
        execute("CREATE VIEW users AS SELECT id, email, nick, 1 AS more FROM people");
        assertThat(differences().stream().map(PostgresqlDifferencesTest::line))
                .containsExactly(
                        "WARNING orders.user_id: nothing / foreign key to people(id)", "INFO people: nothing / table");
        execute("DROP VIEW users");
        execute("CREATE VIEW users AS SELECT id, email::text FROM people");
        assertThat(differences().stream()
                        .filter(it -> it.place().startsWith("users"))
                        .map(PostgresqlDifferencesTest::line))
                .containsExactly("ERROR users.email: varchar(255) / text", "ERROR users.nick: varchar(20) / nothing");
    }
}
