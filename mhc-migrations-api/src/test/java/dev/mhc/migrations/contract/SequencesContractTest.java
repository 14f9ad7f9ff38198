package dev.mhc.migrations.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.engine.SchemaReport;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Difference;
import dev.mhc.migrations.schema.Difference.Code;
import dev.mhc.migrations.schema.IgnoredTable;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Sequence;
import dev.mhc.migrations.schema.Table;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What identifiers are numbered with, where there are sequences and where tables stand for them. */
@OnBothDatabases
class SequencesContractTest extends Contract {

    private static final Table BOOKS = Table.named("books")
            .column(Column.of("id", ColumnType.bigint()).notNull())
            .primaryKey("id")
            .build();
    private static final Pattern STATEMENT = Pattern.compile("schema\\.sql\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");

    private record Module(String module, List<Table> tables, List<Sequence> sequences, List<String> uncheckedTables)
            implements EntitySchema {
        @Override
        public Schema schema() {
            return new Schema(tables, List.of(), sequences);
        }

        @Override
        public List<String> entities() {
            return List.of(module + ".Book");
        }
    }

    private static Module module(Sequence... sequences) {
        return new Module("app", List.of(BOOKS), Arrays.asList(sequences), List.of());
    }

    @BeforeEach
    void books() throws SQLException {
        database.execute(
                "CREATE TABLE books (id bigint NOT NULL PRIMARY KEY)", "INSERT INTO books VALUES (1), (2), (51)");
    }

    /** As Hibernate does. */
    private void create(String name, int increment) throws SQLException {
        if (kind == Kind.POSTGRESQL) {
            database.execute("CREATE SEQUENCE " + name + " START WITH 1 INCREMENT BY " + increment);
        } else {
            database.execute(
                    "CREATE TABLE " + name + " (next_val bigint)", "INSERT INTO " + name + " VALUES (" + 52 + ")");
        }
    }

    private SchemaReport report(List<EntitySchema> modules, String... ignored) {
        return database.builder().entitySchemas(modules).ignore(ignored).build().verifySchema();
    }

    private List<Difference> verify(EntitySchema... modules) {
        return report(Arrays.asList(modules)).differences();
    }

    @Test
    void whatIsThere_isNoDifference_andIsReported() throws SQLException {
        create("Books_SEQ", 50);
        SchemaReport report = report(List.of(module(Sequence.of("Books_SEQ", 50))));
        assertThat(report.differences()).isEmpty();
        assertThat(report.compared().tables()).containsExactly("books");
        assertThat(report.compared().sequences()).containsExactly("Books_SEQ");
    }

    @Test
    void missing_isAnError_whoseWayOutMendsIt() throws SQLException {
        Module module = module(Sequence.of("Books_SEQ", 50));
        List<Difference> missing = verify(module);
        assertThat(missing).singleElement().satisfies(difference -> {
            assertThat(difference.code()).isEqualTo(Code.MISSING_SEQUENCE);
            assertThat(difference.severity()).isEqualTo(Difference.Severity.ERROR);
            assertThat(difference.place()).isEqualTo("Books_SEQ");
            assertThat(difference.expected()).isEqualTo("sequence");
            assertThat(difference.found()).isEqualTo("nothing");
        });
        String wayOut = missing.get(0).wayOut();
        if (kind == Kind.SQLITE) {
            assertThat(wayOut)
                    .startsWith(
                            "Create it: schema.createTable(\"Books_SEQ\", t -> t.column(\"next_val\", bigint())); ");
            database.execute("CREATE TABLE Books_SEQ (next_val bigint)");
        }
        database.execute(statement(wayOut));
        assertThat(verify(module)).isEmpty();
        String row = kind == Kind.SQLITE ? "SELECT next_val FROM books_seq" : "SELECT nextval('books_seq')";
        assertThat(database.rows(row)).containsExactly("1");
    }

    private static String statement(String wayOut) {
        Matcher statement = STATEMENT.matcher(wayOut);
        assertThat(statement.find()).as(wayOut).isTrue();
        return statement.group(1).replace("\\\"", "\"");
    }

    @Test
    void renamed_isOneError_whoseWayOutMendsIt() throws SQLException {
        create("book_numbers", 50);
        Module module = module(Sequence.of("books_seq", 50));
        List<Difference> renamed = verify(module);
        assertThat(renamed).singleElement().satisfies(difference -> {
            assertThat(difference.code()).isEqualTo(Code.RENAMED_SEQUENCE);
            assertThat(difference.found()).isEqualTo("sequence book_numbers (renamed?)");
        });
        if (kind == Kind.SQLITE) {
            assertThat(renamed.get(0).wayOut()).endsWith("schema.renameTable(\"book_numbers\", \"books_seq\")");
        } else {
            database.execute(statement(renamed.get(0).wayOut()));
            assertThat(verify(module)).isEmpty();
        }
    }

    @Test
    void otherIncrement_isAnErrorWhereItIsKnown() throws SQLException {
        create("books_seq", 1);
        Module module = module(Sequence.of("books_seq", 50));
        List<Difference> differences = verify(module);
        if (kind == Kind.SQLITE) {
            assertThat(differences).isEmpty();
            return;
        }
        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.code()).isEqualTo(Code.DIFFERENT_INCREMENT);
            assertThat(difference.severity()).isEqualTo(Difference.Severity.ERROR);
            assertThat(difference.expected()).isEqualTo("sequence with increment 50");
            assertThat(difference.found()).isEqualTo("sequence with increment 1");
        });
        database.execute(statement(differences.get(0).wayOut()));
        assertThat(verify(module)).isEmpty();
    }

    @Test
    void nobodys_isInfo_asATableIs() throws SQLException {
        create("legacy_numbers", 10);
        assertThat(verify(module())).singleElement().satisfies(difference -> {
            assertThat(difference.code()).isEqualTo(kind == Kind.SQLITE ? Code.EXTRA_TABLE : Code.EXTRA_SEQUENCE);
            assertThat(difference.severity()).isEqualTo(Difference.Severity.INFO);
            assertThat(difference.place()).isEqualTo("legacy_numbers");
        });
    }

    @Test
    void nobodys_isIgnoredByPattern_expectedOnesAreNot() throws SQLException {
        create("legacy_numbers", 10);
        create("legacy_books", 50);
        Module module = module(Sequence.of("legacy_books", 50));
        SchemaReport report = report(List.of(module), "legacy_*");
        assertThat(report.differences()).isEmpty();
        assertThat(report.ignored()).extracting(IgnoredTable::table).containsExactly("legacy_numbers");
        assertThatThrownBy(() -> report(List.of(module), "legacy_books"))
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.IGNORED_ENTITY_TABLE));
    }

    @Test
    void twoModules_mayNumberByOneSequenceAndOneTable() throws SQLException {
        create("shared_seq", 50);
        database.execute(
                "CREATE TABLE hibernate_sequences (sequence_name varchar(255) NOT NULL PRIMARY KEY, next_val bigint)");
        Table counters = Table.named("hibernate_sequences")
                .column(Column.of("sequence_name", ColumnType.varchar(255)).notNull())
                .column(Column.of("next_val", ColumnType.bigint()))
                .primaryKey("sequence_name")
                .build();
        Sequence shared = Sequence.of("shared_seq", 50);
        assertThat(verify(
                        new Module("app", List.of(BOOKS, counters), List.of(shared), List.of()),
                        new Module("library", List.of(counters), List.of(shared), List.of())))
                .isEmpty();
    }

    @Test
    void tableInItsPlace_isOneError() throws SQLException {
        database.execute("CREATE TABLE books_seq (next_val varchar(9), more integer)");
        assertThat(verify(module(Sequence.of("books_seq", 50)))).singleElement().satisfies(difference -> {
            assertThat(difference.code()).isEqualTo(Code.MISSING_SEQUENCE);
            assertThat(difference.found()).isEqualTo("table");
        });
    }

    @Test
    void tableThatAnEntityMaps_isNoSequence_whateverItLooksLike() throws SQLException {
        database.execute("CREATE TABLE ticker (next_val bigint)", "INSERT INTO ticker VALUES (7)");
        Table ticker = Table.named("ticker")
                .column(Column.of("next_val", ColumnType.bigint()))
                .build();
        assertThat(verify(new Module("app", List.of(BOOKS, ticker), List.of(Sequence.of("s", 50)), List.of())))
                .extracting(Difference::code)
                .containsExactly(Code.MISSING_SEQUENCE);
    }

    @Test
    void missingTable_isNotTakenForACounterOfASequence() throws SQLException {
        create("books_seq", 50);
        Table ticker = Table.named("ticker")
                .column(Column.of("next_val", ColumnType.bigint()))
                .build();
        assertThat(verify(new Module("app", List.of(BOOKS, ticker), List.of(Sequence.of("books_seq", 50)), List.of())))
                .extracting(Difference::code)
                .containsExactly(Code.MISSING_TABLE);
    }

    @Test
    void whatIsLeftOut_isNeitherMissingNorExtra() throws SQLException {
        create("there", 50);
        assertThat(verify(new Module(
                        "app", List.of(BOOKS), List.of(Sequence.of("nowhere", 50)), List.of("there", "nowhere"))))
                .isEmpty();
    }
}
