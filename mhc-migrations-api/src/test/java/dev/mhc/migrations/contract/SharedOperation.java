package dev.mhc.migrations.contract;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.binary;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.character;
import static dev.mhc.migrations.schema.ColumnType.date;
import static dev.mhc.migrations.schema.ColumnType.decimal;
import static dev.mhc.migrations.schema.ColumnType.doublePrecision;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.json;
import static dev.mhc.migrations.schema.ColumnType.real;
import static dev.mhc.migrations.schema.ColumnType.smallint;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.time;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.timestampTz;
import static dev.mhc.migrations.schema.ColumnType.uuid;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static dev.mhc.migrations.schema.ReferentialAction.CASCADE;
import static dev.mhc.migrations.schema.ReferentialAction.RESTRICT;
import static dev.mhc.migrations.schema.ReferentialAction.SET_NULL;

import dev.mhc.migrations.operation.CreateTableEditor;
import dev.mhc.migrations.operation.SchemaEditor;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;

/** Operations whose SQL is golden on both databases, and which mean the same on both. */
public enum SharedOperation {
    CREATE_TABLE(schema -> schema.createTable("messages", t -> {
        t.id();
        t.column("user_id", bigint()).notNull().references("users", "id").onDelete(CASCADE);
        t.column("content", text()).notNull();
        t.column("is_from_user", bool()).notNull().defaultValue(false);
        t.column("created_at", timestamp()).notNull().defaultNow();
    })),
    CREATE_TABLE_TYPES(schema -> schema.createTable("all_types", SharedOperation::allTypes)),
    CREATE_TABLE_DEFAULTS(schema -> schema.createTable("defaults", SharedOperation::defaults)),
    CREATE_TABLE_CONSTRAINTS(schema -> schema.createTable("members", SharedOperation::members)),
    CREATE_TABLE_NAMES(schema -> schema.createTable("se\"lect; --", t -> {
        t.id("order");
        t.column("gr'oup", text()).unique();
        t.column("Größe", integer());
        t.column("[x]", integer());
    })),
    CREATE_TABLE_OF_ITSELF(schema -> schema.createTable("a", t -> {
        t.id();
        t.column("next_id", bigint()).references("a", "id");
    }));

    // Lambdas that capture nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<SchemaEditor> migration;

    SharedOperation(Consumer<SchemaEditor> migration) {
        this.migration = migration;
    }

    /** What a migration says. */
    public Consumer<SchemaEditor> migration() {
        return migration;
    }

    /** The name of its golden files. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void allTypes(CreateTableEditor t) {
        t.column("a_bool", bool()).primaryKey();
        t.column("a_smallint", smallint());
        t.column("an_integer", integer());
        t.column("a_bigint", bigint());
        t.column("a_decimal", decimal(10, 2));
        t.column("a_long_decimal", decimal(20, 4));
        t.column("a_real", real());
        t.column("a_double", doublePrecision());
        t.column("a_char", character(3));
        t.column("a_varchar", varchar(40));
        t.column("a_text", text());
        t.column("a_binary", binary());
        t.column("a_date", date());
        t.column("a_time", time());
        t.column("a_timestamp", timestamp());
        t.column("a_point_in_time", timestampTz());
        t.column("a_uuid", uuid());
        t.column("a_json", json());
    }

    private static void defaults(CreateTableEditor t) {
        t.id("key");
        t.column("a", bool()).notNull().defaultValue(true);
        t.column("b", integer()).defaultValue(-1);
        t.column("c", doublePrecision()).defaultValue(0.5);
        t.column("d", decimal(20, 2)).defaultValue(new BigDecimal("0.10"));
        t.column("e", text()).defaultValue("it's; \\n");
        t.column("f", date()).defaultNow();
        t.column("g", time()).defaultNow();
        t.column("h", timestampTz()).defaultNow();
        t.column("i", text()).defaultExpression("lower('X')");
        t.column("j", text()).defaultNow();
        t.column("k", integer()).defaultValue(true);
        t.column("l", bool()).defaultValue(0);
        t.column("m", text()).defaultExpression("'x'");
    }

    private static void members(CreateTableEditor t) {
        t.column("group_id", integer());
        t.column("user_id", bigint())
                .references("users", "id")
                .onDelete(RESTRICT)
                .onUpdate(CASCADE)
                .deferrable();
        t.column("code", varchar(10)).notNull().unique();
        t.column("boss_group", integer());
        t.column("boss_user", bigint());
        t.column("rank", integer());
        t.primaryKey("group_id", "user_id");
        t.unique("group_id", "rank");
        t.foreignKey("boss_group", "boss_user")
                .references("members", "group_id", "user_id")
                .onDelete(SET_NULL);
        t.check("rank_positive", "rank > 0");
    }
}
