package dev.mhc.migrations.schema;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.bool;
import static dev.mhc.migrations.schema.ColumnType.integer;
import static dev.mhc.migrations.schema.ColumnType.text;
import static dev.mhc.migrations.schema.ColumnType.timestamp;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static dev.mhc.migrations.schema.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.Column.Generation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {

    private static final Column EMAIL = Column.of("email", varchar(255)).notNull();
    private static final Column ACTIVE = Column.of("active", bool()).notNull().withDefault(new DefaultValue.Bool(true));
    private static final Column OWNER = Column.of("owner_id", bigint());

    private static TableBuilder users() {
        return table("users").id().column(EMAIL).column(ACTIVE);
    }

    private static TableBuilder pets() {
        return table("pets").id().column(OWNER).foreignKey(ForeignKey.of("owner_id", "users", "id"));
    }

    private static List<String> compare(Schema expected, Schema found) {
        return SchemaDiff.compare(expected, found, new PlainRules()).stream()
                .map(it -> it.severity() + " " + it.place() + ": " + it.expected() + " / " + it.found())
                .toList();
    }

    private static List<String> compare(TableBuilder expected, TableBuilder found) {
        return compare(schema(expected), schema(found));
    }

    private static Schema schema(TableBuilder... tables) {
        return new Schema(List.of(tables).stream().map(TableBuilder::build).toList());
    }

    private static String wayOut(TableBuilder expected, TableBuilder found) {
        List<Difference> all = SchemaDiff.compare(schema(expected), schema(found), new PlainRules());
        assertThat(all).hasSize(1);
        return all.get(0).wayOut();
    }

    @Test
    void missingTable_isOneError() {
        assertThat(compare(schema(users(), pets()), schema(users()))).containsExactly("ERROR pets: table / nothing");
    }

    @Test
    void viewOfThatName_isNoMissingTable() {
        Schema tables = schema(pets());
        View known = new View("Users", List.of(Column.of("ID", bigint()), EMAIL, Column.of("active", text())));
        assertThat(compare(schema(users(), pets()), new Schema(tables.tables(), List.of(known))))
                .containsExactly(
                        "WARNING pets.owner_id: nothing / foreign key to users(id)",
                        "ERROR users.active: boolean / text");
        View unknown = new View("users", List.of());
        assertThat(compare(schema(users()), new Schema(List.of(), List.of(unknown))))
                .isEmpty();
    }

    @Test
    void viewLikeAnUnmappedTable_isNotTakenForItRenamed() {
        Schema people = schema(users().named("people"));
        View view = new View("users", people.tables().get(0).columns());
        assertThat(compare(schema(users()), new Schema(people.tables(), List.of(view))))
                .containsExactly("INFO people: nothing / table");
    }

    @Test
    void unmappedTable_isInfo() {
        assertThat(compare(schema(users()), schema(users(), pets()))).containsExactly("INFO pets: nothing / table");
    }

    @Test
    void renamedTable_isOneError_andForeignKeysFollow() {
        TableBuilder pets = table("pets").id().column(OWNER).foreignKey(ForeignKey.of("owner_id", "people", "id"));
        assertThat(compare(schema(users(), pets()), schema(users().named("people"), pets)))
                .containsExactly("ERROR users: table users / table people (renamed?)");
    }

    @Test
    void spellingOfNames_isNoDifference() {
        assertThat(compare(users(), users().named("USERS").renameColumn("email", "Email")))
                .isEmpty();
    }

    @Test
    void missingColumn_foldsItsKeysAndIndexes() {
        TableBuilder expected = users().unique("email").index(Index.of("ix", "active", "email"));
        assertThat(compare(expected, expected.copy().dropColumn("email")))
                .containsExactly("ERROR users.email: varchar(255) not null / nothing");
    }

    @Test
    void missingReferencedTable_foldsForeignKeysThatWentWithIt() {
        TableBuilder pets = table("pets").id().column(OWNER);
        assertThat(compare(schema(users(), pets()), schema(pets))).containsExactly("ERROR users: table / nothing");
    }

    @Test
    void extraColumn_isErrorOnlyWhereInsertsFail() {
        assertThat(compare(users(), users().column(Column.of("age", integer()))))
                .containsExactly("INFO users.age: nothing / integer");
        assertThat(compare(users(), users().column(Column.of("age", integer()).notNull())))
                .containsExactly("ERROR users.age: nothing / integer not null");
        assertThat(compare(
                        users(),
                        users().column(Column.of("age", integer())
                                .notNull()
                                .withDefault(new DefaultValue.Numeric(BigDecimal.ONE)))))
                .containsExactly("INFO users.age: nothing / integer not null");
        assertThat(compare(
                        users(),
                        users().column(Column.of("age", integer()).notNull().generated(Generation.COMPUTED))))
                .containsExactly("INFO users.age: nothing / integer not null");
    }

    @Test
    void extraColumn_foldsItsForeignKeyAndIndexes() {
        TableBuilder found = users().column(OWNER)
                .foreignKey(ForeignKey.of("owner_id", "users", "id"))
                .index(Index.of("ix", "owner_id"))
                .unique("owner_id", "email");
        assertThat(compare(users(), found)).containsExactly("INFO users.owner_id: nothing / bigint");
    }

    @Test
    void renamedColumn_isOneError_andWhatNamesItFollows() {
        TableBuilder expected = users().unique("email").index(Index.of("ix", "email", "active"));
        assertThat(compare(expected, expected.copy().renameColumn("email", "mail")))
                .containsExactly("ERROR users.email: column email / column mail (renamed?)");
    }

    @Test
    void renamedReferencedColumn_isOneError() {
        TableBuilder pets = table("pets").id().column(OWNER).foreignKey(ForeignKey.of("owner_id", "users", "uid"));
        assertThat(compare(schema(users(), pets()), schema(users().renameColumn("id", "uid"), pets)))
                .containsExactly("ERROR users.id: column id / column uid (renamed?)");
    }

    @Test
    void severalColumnsOfOneShape_areNotGuessedToBeRenamed() {
        TableBuilder found = table("users")
                .id()
                .column(ACTIVE)
                .column(Column.of("mail", varchar(255)).notNull())
                .column(Column.of("mail2", varchar(255)).notNull());
        assertThat(compare(users(), found))
                .containsExactly(
                        "ERROR users.email: varchar(255) not null / nothing",
                        "ERROR users.mail: nothing / varchar(255) not null",
                        "ERROR users.mail2: nothing / varchar(255) not null");
    }

    @Test
    void columnOfAnotherTarget_isNotARename() {
        TableBuilder found = table("pets")
                .id()
                .column(Column.of("source_id", bigint()))
                .foreignKey(ForeignKey.of("source_id", "pets", "id"));
        assertThat(compare(schema(users(), pets()), schema(users(), found)))
                .containsExactly("ERROR pets.owner_id: bigint / nothing", "INFO pets.source_id: nothing / bigint");
    }

    @Test
    void otherType_isOneError_evenWithItsDefault() {
        TableBuilder found =
                users().changeColumn("active", it -> Column.of("active", text()).notNull());
        assertThat(compare(users(), found)).containsExactly("ERROR users.active: boolean / text");
    }

    @Test
    void otherTypeOfTheKey_saysNothingOfNullnessAndNumbering() {
        assertThat(compare(users(), users().changeColumn("id", it -> Column.of("id", text()))))
                .containsExactly("ERROR users.id: bigint / text");
    }

    @Test
    void nullness_isAnErrorBothWays() {
        Column nullable = Column.of("email", varchar(255));
        assertThat(compare(users(), users().changeColumn("email", it -> nullable)))
                .containsExactly("ERROR users.email: not null / nullable");
        assertThat(compare(users().changeColumn("email", it -> nullable), users()))
                .containsExactly("ERROR users.email: nullable / not null");
    }

    @Test
    void numberedKey_isNeverNull() {
        assertThat(compare(
                        users(),
                        users().changeColumn(
                                        "id", it -> Column.of("id", bigint()).generated(Generation.IDENTITY))))
                .isEmpty();
    }

    @Test
    void numberedColumnThatTheDatabaseDoesNotNumber_isAnError() {
        assertThat(compare(users(), users().changeColumn("id", it -> it.generated(Generation.NONE))))
                .containsExactly("ERROR users.id: numbered by the database / a value from the application");
        assertThat(compare(users().changeColumn("id", it -> it.generated(Generation.NONE)), users()))
                .isEmpty();
    }

    @Test
    void declaredDefault_mustBeThere() {
        assertThat(compare(
                        users(),
                        users().changeColumn(
                                        "active",
                                        it -> Column.of("active", bool()).notNull())))
                .containsExactly("WARNING users.active: default true / no default");
        assertThat(compare(users(), users().changeColumn("active", it -> it.withDefault(new DefaultValue.Bool(false)))))
                .containsExactly("WARNING users.active: default true / default false");
    }

    @Test
    void undeclaredDefault_isAWarningIfConstant() {
        Column created = Column.of("created", timestamp());
        TableBuilder expected = table("t").column(created);
        assertThat(compare(expected, table("t").column(created.withDefault(new DefaultValue.Text("2025-06-07")))))
                .containsExactly("WARNING t.created: no default / default '2025-06-07'");
        assertThat(compare(expected, table("t").column(created.withDefault(new DefaultValue.Now()))))
                .isEmpty();
    }

    @Test
    void primaryKey_isComparedWithItsOrder() {
        TableBuilder expected = table("t").column(EMAIL).column(ACTIVE).primaryKey("email", "active");
        assertThat(compare(expected, expected.copy().primaryKey("active", "email")))
                .containsExactly("INFO t: primary key (email, active) / primary key (active, email)");
        assertThat(compare(expected, expected.copy().noPrimaryKey()))
                .containsExactly("ERROR t: primary key (email, active) / nothing");
        assertThat(compare(expected.copy().noPrimaryKey(), expected))
                .containsExactly("WARNING t: nothing / primary key (email, active)");
    }

    @Test
    void droppedPrimaryKey_foldsNullnessAndNumbering() {
        TableBuilder found = users().noPrimaryKey().changeColumn("id", it -> Column.of("id", bigint()));
        assertThat(compare(users(), found)).containsExactly("ERROR users: primary key (id) / nothing");
    }

    @Test
    void uniqueDeclaredTwice_isMissingOnce() {
        TableBuilder expected =
                users().unique("email").index(Index.of("ux", "email").refusingDuplicates());
        assertThat(compare(expected, users())).containsExactly("ERROR users.email: unique (email) / nothing");
    }

    @Test
    void droppedKey_foldsForeignKeysThatNeedIt() {
        TableBuilder none = table("pets").id().column(OWNER);
        TableBuilder unkeyed = users().noPrimaryKey().changeColumn("id", it -> Column.of("id", bigint()));
        assertThat(compare(schema(users(), pets()), schema(unkeyed, none)))
                .containsExactly("ERROR users: primary key (id) / nothing");
        TableBuilder otherwiseKeyed = unkeyed.copy().unique("id");
        assertThat(compare(schema(users(), pets()), schema(otherwiseKeyed, none)))
                .contains("ERROR pets.owner_id: foreign key to users(id) / nothing");
    }

    @Test
    void foreignKeys_areFoundByTheirColumns() {
        TableBuilder none = table("pets").id().column(OWNER);
        assertThat(compare(schema(users(), pets()), schema(users(), none)))
                .containsExactly("ERROR pets.owner_id: foreign key to users(id) / nothing");
        assertThat(compare(schema(users(), none), schema(users(), pets())))
                .containsExactly("WARNING pets.owner_id: nothing / foreign key to users(id)");
        TableBuilder other = none.copy().foreignKey(ForeignKey.of("owner_id", "pets", "id"));
        assertThat(compare(schema(users(), pets()), schema(users(), other)))
                .containsExactly("ERROR pets.owner_id: foreign key to users(id) / foreign key to pets(id)");
    }

    @Test
    void foreignKeyOfSeveralColumns_mayListThemInAnyOrder() {
        TableBuilder t = table("t").column(EMAIL).column(ACTIVE);
        assertThat(compare(
                        t.copy().foreignKey(foreignKey(List.of("email", "active"), List.of("a", "b"))),
                        t.copy().foreignKey(foreignKey(List.of("active", "email"), List.of("b", "a")))))
                .isEmpty();
        assertThat(compare(
                        t.copy().foreignKey(foreignKey(List.of("email", "active"), List.of("a", "b"))),
                        t.copy().foreignKey(foreignKey(List.of("email", "active"), List.of("b", "a")))))
                .containsExactly("ERROR t.(email, active): foreign key to other(a, b) / foreign key to other(b, a)");
    }

    private static ForeignKey foreignKey(List<String> from, List<String> to) {
        return new ForeignKey(
                Optional.empty(), from, "other", to, ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION, false);
    }

    @Test
    void actionsOfAForeignKey_areAWarning() {
        TableBuilder found = pets().changeForeignKeys(key -> new ForeignKey(
                key.name(),
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                ReferentialAction.CASCADE,
                key.onUpdate(),
                true));
        assertThat(compare(schema(users(), pets()), schema(users(), found)))
                .containsExactly("WARNING pets.owner_id: on delete no action, on update no action"
                        + " / on delete cascade, on update no action, deferrable");
    }

    @Test
    void uniqueness_mayComeFromAConstraintAnIndexOrTheKey() {
        TableBuilder expected = users().unique("email", "active");
        assertThat(compare(expected, users().unique("active", "email"))).isEmpty();
        assertThat(compare(expected, users().index(unique("ux", "active", "email"))))
                .isEmpty();
        assertThat(compare(users().index(unique("ux", "email")), users().unique("email")))
                .isEmpty();
        assertThat(compare(users().unique("id"), users())).isEmpty();
        assertThat(compare(expected, users()))
                .containsExactly("ERROR users.(email, active): unique (email, active) / nothing");
    }

    private static Index unique(String name, String... columns) {
        Index index = Index.of(name, columns);
        return new Index(index.name(), index.parts(), true, index.where());
    }

    private static Index partial(Index index) {
        return new Index(index.name(), index.parts(), index.unique(), Optional.of("active"));
    }

    @Test
    void extraUniqueness_isAWarning_unlessItCannotRefuseMore() {
        assertThat(compare(users(), users().unique("email")))
                .containsExactly("WARNING users.email: nothing / unique (email)");
        assertThat(compare(users(), users().index(unique("ux", "email"))))
                .containsExactly("WARNING users.ux: nothing / unique index (email)");
        assertThat(compare(users(), users().index(unique("ux", "email", "id"))))
                .containsExactly("INFO users.ux: nothing / unique index (email, id)");
        assertThat(compare(users(), users().index(partial(unique("ux", "email")))))
                .containsExactly("INFO users.ux: nothing / unique index (email) where active");
    }

    @Test
    void expectedUniqueIndex_thatIsNotUniqueOrPartial_isOneError() {
        TableBuilder expected = users().index(unique("ux", "email"));
        assertThat(compare(expected, users().index(Index.of("ux", "email"))))
                .containsExactly("ERROR users.ux: unique index (email) / index (email)");
        assertThat(compare(expected, users().index(Index.of("other", "email"))))
                .containsExactly("ERROR users.ux: unique index (email) / index (email)");
        assertThat(compare(expected, users().index(partial(unique("ux", "email")))))
                .containsExactly("ERROR users.ux: unique index (email) / unique index (email) where active");
    }

    @Test
    void expectedIndex_mayBeAnyOfTheSameColumnsAndOrder() {
        TableBuilder expected = users().index(Index.of("ix", "email", "active"));
        assertThat(compare(expected, users().index(Index.of("other", "email", "active"))))
                .isEmpty();
        assertThat(compare(expected, users())).containsExactly("WARNING users.ix: index (email, active) / nothing");
        assertThat(compare(expected, users().index(Index.of("ix", "active", "email"))))
                .containsExactly("WARNING users.ix: index (email, active) / index (active, email)");
        assertThat(compare(expected, users().index(Index.of("ix", "email"))))
                .containsExactly("WARNING users.ix: index (email, active) / index (email)");
        Index descending = new Index(
                Optional.of("ix"),
                List.of(Index.Part.column("email"), new Index.Part("active", false, true)),
                false,
                Optional.empty());
        assertThat(compare(expected, users().index(descending)))
                .containsExactly("WARNING users.ix: index (email, active) / index (email, active desc)");
        assertThat(compare(users().index(Index.of("ix", "id")), users())).isEmpty();
        assertThat(compare(users().index(Index.of("ix", "email")).unique("email"), users().unique("email")))
                .isEmpty();
    }

    @Test
    void extraIndex_isInfo_andSaysWhenItIsNeedless() {
        TableBuilder expected = users().index(Index.of("ix", "email"));
        assertThat(compare(users(), expected)).containsExactly("INFO users.ix: nothing / index (email)");
        assertThat(compare(users(), users().index(Index.of("ix_users_id", "id"))))
                .containsExactly("INFO users.ix_users_id: nothing / index (id), needless: repeats the primary key");
        assertThat(compare(users(), users().index(unique("ux", "id"))))
                .containsExactly("INFO users.ux: nothing / unique index (id), needless: repeats the primary key");
        assertThat(compare(expected, expected.copy().index(Index.of("ix2", "email"))))
                .containsExactly("INFO users.ix2: nothing / index (email), needless: repeats ix");
    }

    @Test
    void differences_areSortedByTableThenSeverityThenPlace() {
        Schema expected = schema(pets(), users().unique("email"));
        Schema found = schema(
                users().changeColumn("active", it -> Column.of("active", bool()))
                        .index(Index.of("ix", "active")),
                table("pets").id().column(OWNER));
        assertThat(compare(expected, found).stream().map(it -> it.substring(0, it.indexOf(':'))))
                .containsExactly(
                        "ERROR pets.owner_id",
                        "ERROR users.active",
                        "ERROR users.email",
                        "WARNING users.active",
                        "INFO users.ix");
    }

    @Test
    void wayOut_isWhatToWrite() {
        assertThat(wayOut(users(), users().dropColumn("email")))
                .isEqualTo("Add it: schema.alterTable(\"users\", t -> t.addColumn(\"email\", varchar(255)).notNull());"
                        + " where the table has rows, add .defaultValue(…)");
        assertThat(wayOut(users(), users().dropColumn("active")))
                .isEqualTo("Add it: schema.alterTable(\"users\","
                        + " t -> t.addColumn(\"active\", bool()).notNull().defaultValue(true))");
        assertThat(wayOut(
                        users(),
                        users().changeColumn(
                                        "email",
                                        it -> Column.of("email", text()).notNull())))
                .isEqualTo("Change it: schema.alterTable(\"users\", t -> t.alterColumn(\"email\").type(varchar(255)))");
        assertThat(wayOut(users().unique("email"), users()))
                .isEqualTo("Add it: schema.alterTable(\"users\", t -> t.addUnique(\"email\"))");
        assertThat(wayOut(users().index(Index.of("ix", "email", "active")), users()))
                .isEqualTo("Add it: schema.createIndex(\"ix\").on(\"users\", \"email\", \"active\")");
        assertThat(wayOut(users(), users().column(Column.of("odd \"name\"", text()))))
                .endsWith("schema.alterTable(\"users\", t -> t.dropColumn(\"odd \\\"name\\\"\"))");
    }

    @Test
    void manyTables_areComparedAtOnce() {
        TableBuilder[] tables = new TableBuilder[300];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = users().named("t" + i).unique("email");
            for (int c = 0; c < 10; c++) {
                tables[i].column(Column.of("c" + c, integer())).index(Index.of("ix" + i + c, "c" + c));
            }
        }
        assertThat(compare(schema(tables), schema(tables))).isEmpty();
        assertThat(compare(schema(tables), Schema.EMPTY)).hasSize(300);
    }
}
