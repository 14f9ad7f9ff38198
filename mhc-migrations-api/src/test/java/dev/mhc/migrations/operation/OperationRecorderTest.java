package dev.mhc.migrations.operation;

import static dev.mhc.migrations.operation.Sql.none;
import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.decimal;
import static dev.mhc.migrations.schema.ColumnType.doublePrecision;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static dev.mhc.migrations.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationRecorderTest {

    @Test
    void createTable_holdsAllThatWasSaid() {
        List<Operation> operations = OperationRecorder.record(schema -> schema.createTable("messages", t -> {
            t.id();
            t.column("conversation_id", bigint())
                    .notNull()
                    .references("conversations", "id")
                    .onDelete(CASCADE);
            t.column("content", text()).notNull().unique();
            t.column("price", decimal(10, 2)).defaultValue(new BigDecimal("9.90"));
            t.column("created_at", timestamp()).notNull().defaultNow();
            t.unique("conversation_id", "content");
            t.foreignKey("price", "content")
                    .references("prices", "price", "content")
                    .deferrable();
            t.check("positive", "price > 0");
        }));

        Table table = ((CreateTable) operations.get(0)).table();
        assertThat(table.columns().get(0))
                .isEqualTo(Column.of("id", bigint()).notNull().generated(Column.Generation.IDENTITY));
        assertThat(table.column("PRICE").orElseThrow().defaultValue())
                .contains(new DefaultValue.Numeric(new BigDecimal("9.90")));
        assertThat(table.column("created_at").orElseThrow().defaultValue()).contains(new DefaultValue.Now());
        assertThat(table.primaryKey()).contains(PrimaryKey.of("id"));
        assertThat(table.foreignKeys())
                .extracting(ForeignKey::referencedTable, ForeignKey::onDelete, ForeignKey::deferrable)
                .containsExactly(
                        tuple("conversations", CASCADE, false), tuple("prices", ReferentialAction.NO_ACTION, true));
        assertThat(table.uniqueKeys())
                .containsExactly(UniqueKey.of("content"), UniqueKey.of("conversation_id", "content"));
        assertThat(table.checks()).containsExactly(new Check(Optional.of("positive"), "price > 0"));
    }

    @Test
    void columnsOfAPrimaryKey_areNotNull() {
        CreateTable operation = (CreateTable) OperationRecorder.record(schema -> schema.createTable("t", t -> {
                    t.column("a", bigint());
                    t.column("b", text());
                    t.primaryKey("B", "a");
                }))
                .get(0);
        assertThat(operation.table().columns()).extracting(Column::nullable).containsOnly(false);
        assertThat(operation.table().primaryKey().orElseThrow().columns()).containsExactly("B", "a");
    }

    @Test
    void alterTable_keepsTheOrderOfItsChanges() {
        AlterTable operation = (AlterTable) OperationRecorder.record(schema -> schema.alterTable("memories", t -> {
                    t.alterColumn("score")
                            .type(doublePrecision())
                            .using("score / 2.0")
                            .notNull()
                            .fillNulls("0.5");
                    t.renameColumn("a", "b");
                    t.dropForeignKey("source_message_id");
                    t.addColumn("is_verified", bool()).notNull().defaultValue(false);
                }))
                .get(0);
        assertThat(operation.changes())
                .containsExactly(
                        new TableChange.AlterColumn(
                                "score",
                                Optional.of(doublePrecision()),
                                Optional.of("score / 2.0"),
                                Optional.of(false),
                                Optional.of("0.5"),
                                Optional.empty()),
                        new TableChange.RenameColumn("a", "b"),
                        new TableChange.DropForeignKey(List.of("source_message_id")),
                        new TableChange.AddColumn(
                                Column.of("is_verified", bool()).notNull().withDefault(new DefaultValue.Bool(false)),
                                Optional.empty(),
                                false));
    }

    @Test
    void index_holdsWhatFollowsOn() {
        List<Operation> operations = OperationRecorder.record(schema -> schema.createIndex("ix")
                .on("users", "email")
                .unique()
                .where("email IS NOT NULL")
                .concurrently());
        CreateIndex index = (CreateIndex) operations.get(0);
        assertThat(index.table()).isEqualTo("users");
        assertThat(index.index().columns()).contains(List.of("email"));
        assertThat(index.index().unique()).isTrue();
        assertThat(index.index().where()).contains("email IS NOT NULL");
        assertThat(index.concurrently()).isTrue();
    }

    @Test
    void backfill_isRecordedWithAllThatIsSaid() {
        assertThat(OperationRecorder.record(schema -> {
                    schema.backfill("users").set("a", "1");
                    schema.backfill("users")
                            .set("a", "b")
                            .set("b", "a")
                            .where("a > b")
                            .batchRows(7);
                }))
                .containsExactly(
                        new Backfill("users", List.of(new Backfill.Assignment("a", "1")), Optional.empty(), 10_000),
                        new Backfill(
                                "users",
                                List.of(new Backfill.Assignment("a", "b"), new Backfill.Assignment("b", "a")),
                                Optional.of("a > b"),
                                7));
    }

    @Test
    void sql_saysWhatEachDatabaseDoes() {
        assertThat(OperationRecorder.record(schema -> {
                    schema.sql("UPDATE a SET b = 1");
                    schema.sql(Sql.sqlite(none()).postgresql("CREATE EXTENSION citext"));
                }))
                .containsExactly(
                        new ExecuteSql(new Sql(Optional.of("UPDATE a SET b = 1"), Optional.of("UPDATE a SET b = 1"))),
                        new ExecuteSql(new Sql(Optional.empty(), Optional.of("CREATE EXTENSION citext"))));
    }

    static Stream<Consumer<SchemaEditor>> nonsense() {
        return Stream.of(
                schema -> schema.createTable("t", t -> {}),
                schema -> schema.createTable(" ", t -> t.id()),
                schema -> schema.createTable("t", t -> {
                    t.id();
                    t.id("ID");
                }),
                schema -> schema.createTable("t", t -> {
                    t.column("a", bigint());
                    t.column("A", bigint());
                }),
                schema -> schema.createTable("t", t -> {
                    t.id();
                    t.foreignKey("id");
                }),
                schema -> schema.createTable("t", t -> {
                    t.id();
                    t.foreignKey("id").references("u", "a", "b");
                }),
                schema -> schema.createTable("t", t -> t.column("a", varchar(0))),
                schema -> schema.createTable("t", t -> t.column("a", decimal(2, 3))),
                schema -> schema.alterTable("t", t -> {}),
                schema -> schema.alterTable("t", t -> t.alterColumn("a")),
                schema -> schema.alterTable(
                        "t", t -> t.alterColumn("a").nullable().fillNulls("0")),
                schema -> schema.alterTable("t", t -> t.alterColumn("a").using("1")),
                schema -> schema.alterTable("t", t -> t.addColumn("a", bigint()).primaryKey()),
                schema -> schema.createIndex("ix"),
                schema -> schema.createIndex("ix").on("t"),
                schema -> schema.backfill("t"),
                schema -> schema.backfill(" ").set("a", "1"),
                schema -> schema.backfill("t").set(" ", "1"),
                schema -> schema.backfill("t").set("a", "\n"),
                schema -> schema.backfill("t").set("a", "1").set("A", "2"),
                schema -> schema.backfill("t").set("a", "1").where(" "),
                schema -> schema.backfill("t").set("a", "1").batchRows(0),
                schema -> schema.run(" ", connection -> {}));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void whatMakesNoSense_isRefusedWithItsSubject(Consumer<SchemaEditor> migration) {
        assertThatThrownBy(() -> OperationRecorder.record(migration))
                .isInstanceOf(MigrationException.class)
                .hasMessageMatching("(?s)\\[Bad(Definition|Identifier)] .+");
    }

    @Test
    void whatPostgresqlDoesInSteps_isRecorded() {
        List<Operation> operations = OperationRecorder.record(schema -> {
            schema.dropIndex("a");
            schema.dropIndex("b").concurrently();
            schema.createIndex("c").on("t").expression("lower(x)").descending("y");
            schema.alterTable("t", t -> {
                t.addCheck("plain", "x > 0");
                t.addCheck("later", "y > 0").notValid();
                t.addForeignKey("z")
                        .references("u", "id")
                        .onDelete(CASCADE)
                        .deferrable()
                        .notValid();
                t.validateCheck("later");
                t.validateForeignKey("z");
            });
        });
        assertThat(operations.subList(0, 2)).containsExactly(new DropIndex("a"), new DropIndex("b", true));
        assertThat(((CreateIndex) operations.get(2)).index().parts())
                .containsExactly(new Index.Part("lower(x)", true, false), Index.Part.descending("y"));
        List<TableChange> changes = ((AlterTable) operations.get(3)).changes();
        assertThat(changes.get(0)).isEqualTo(new TableChange.AddCheck(new Check(Optional.of("plain"), "x > 0")));
        assertThat(((TableChange.AddCheck) changes.get(1)).notValid()).isTrue();
        TableChange.AddForeignKey key = (TableChange.AddForeignKey) changes.get(2);
        assertThat(key.notValid()).isTrue();
        assertThat(key.foreignKey().deferrable()).isTrue();
        assertThat(changes.subList(3, 5))
                .containsExactly(
                        new TableChange.ValidateCheck("later"), new TableChange.ValidateForeignKey(List.of("z")));
    }

    @Test
    void viewWithoutAQueryOnOneDatabase_isRefused() {
        assertThatThrownBy(() -> OperationRecorder.record(
                        schema -> schema.createView("v", Sql.sqlite(Sql.none()).postgresql("SELECT 1"))))
                .hasMessageContaining("View v: it has no query on one of the databases");
    }
}
