package dev.mhc.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTextTest {

    private static final String USERS = """
            table users
              id bigint not null identity
              email varchar(255) not null default "'x'"
              seen timestamp with time zone(3)
              "table" "citext"
              primary key (id)
              foreign key named of_org (org_id, "part no") references orgs (id, no) on delete set null deferrable
              unique (email)
              check named grown "age > \\"0\\""
              unique index named by_name (name desc, expression "lower(\\n)") where "email <> '\\\\'"
            """;

    @Test
    void table_readsLikeADefinition() {
        Table users = new Table(
                "users",
                List.of(
                        Column.of("id", ColumnType.bigint()).notNull().generated(Column.Generation.IDENTITY),
                        Column.of("email", ColumnType.varchar(255))
                                .notNull()
                                .withDefault(new DefaultValue.Expression("'x'")),
                        Column.of("seen", ColumnType.of(ColumnType.Kind.TIMESTAMP_WITH_TIME_ZONE, 3)),
                        Column.of("table", ColumnType.declared("citext"))),
                Optional.of(PrimaryKey.of("id")),
                List.of(new ForeignKey(
                        Optional.of("of_org"),
                        List.of("org_id", "part no"),
                        "orgs",
                        List.of("id", "no"),
                        ReferentialAction.SET_NULL,
                        ReferentialAction.NO_ACTION,
                        true)),
                List.of(UniqueKey.of("email")),
                List.of(new Check(Optional.of("grown"), "age > \"0\"")),
                List.of(new Index(
                        Optional.of("by_name"),
                        List.of(Index.Part.descending("name"), new Index.Part("lower(\n)", true, false)),
                        true,
                        Optional.of("email <> '\\'"))));

        assertThat(SchemaText.write(users)).isEqualTo(USERS);
        assertThat(SchemaText.read(USERS).tables()).containsExactly(users);
    }

    @Test
    void sequences_standAnywhere_andEndNoTable() {
        Schema schema = SchemaText.read("table a\n  id bigint\nsequence s increment -5\n  b text\n\nsequence \"t u\"");

        assertThat(schema.sequences()).containsExactly(Sequence.of("s", -5), Sequence.named("t u"));
        assertThat(schema.tables())
                .containsExactly(Table.named("a")
                        .column(Column.of("id", ColumnType.bigint()))
                        .column(Column.of("b", ColumnType.text()))
                        .build());
        assertThat(SchemaText.write(Sequence.of("s", -5))).isEqualTo("sequence s increment -5\n");
    }

    @ParameterizedTest
    @EnumSource(ColumnType.Kind.class)
    void everyKindOfType_isRead(ColumnType.Kind kind) {
        Table table = Table.named("t")
                .column(Column.of("plain", ColumnType.of(kind)).notNull())
                .column(Column.of("sized", ColumnType.of(kind, 8, 2)))
                .build();

        assertThat(SchemaText.read(SchemaText.write(table)).tables()).containsExactly(table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"table", "sequence", "primary", "foreign", "unique", "check", "index", "expression", "1a", ""})
    void columnWithAWordOfTheText_staysAColumn(String name) {
        Table table = Table.named(name)
                .column(Column.of(name, ColumnType.text()))
                .primaryKey(name)
                .index(Index.on(Index.Part.column(name)))
                .build();

        assertThat(SchemaText.read(SchemaText.write(table)).tables()).containsExactly(table);
    }

    @Test
    void textWithoutAnything_isAnEmptySchema() {
        assertThat(SchemaText.read()).isEqualTo(Schema.EMPTY);
        assertThat(SchemaText.read("\n\n", " ")).isEqualTo(Schema.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id bigint",
                "id number",
                "id double",
                "id timestamp with zone",
                "id bigint not nil",
                "id bigint null",
                "id varchar(",
                "id varchar(99999999999)",
                "id varchar(x)",
                "id bigint default",
                "id bigint default number \"x\"",
                "id bigint default \"a",
                "id bigint default \"\\x\"",
                "id bigint default \"\\u12g4\"",
                "id bigint default \"\\u12",
                "primary (id)",
                "primary key id",
                "primary key ()",
                "primary key (unique)",
                "foreign key (a) references b",
                "foreign key (a) references b (c) on delete nothing",
                "index ()",
                "check x",
                "a-b text",
                "größe text",
                "id\ttext",
                "table",
                "sequence s increment",
                "sequence s increment 1.5"
            })
    void lineThatIsNoStatement_isNamed(String line) {
        boolean noTable = line.equals("id bigint");
        String text = (noTable ? "\n" : "table t\n") + "  " + line + "\n  b text\n";

        assertThatThrownBy(() -> SchemaText.read(text))
                .isInstanceOfSatisfying(
                        MigrationException.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.SCHEMA_TEXT))
                .hasMessageContaining("Line 2, character")
                .hasMessageContaining("\n  " + line.strip() + "\n");
    }

    @Test
    void message_saysWhatWasExpectedWhere() {
        assertThatThrownBy(() -> SchemaText.read("table t\n", "  id bigint\n", "  name vachar(20)\n"))
                .hasMessage("[SchemaText] The text of a schema cannot be read. Line 3, character 8: expected a type:\n"
                        + "  name vachar(20)\n"
                        + "A generated class was changed, or made for another version of this library; compile the"
                        + " entities again.");
    }
}
