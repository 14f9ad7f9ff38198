package dev.mhc.migrations.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Definitions that a real SQLite took and stored, and what its pragmas say of them. */
class TableTextFuzzTest {

    private static final List<String> NAMES = List.of(
            "a",
            "\"b b\"",
            "[c,c]",
            "`d)`",
            "\"e\"\"e\"",
            "'f''f'",
            "g\u00e9",
            "\"check\"",
            "[unique]",
            "h$1",
            "_i",
            "\"--j\"",
            "\"/*k\"",
            "\"constraint\"",
            "\"primary key\"",
            "text",
            "\"(l\"");

    private static final List<String> TYPES = List.of(
            "", "INTEGER", "VARCHAR(255)", "DECIMAL(10, 2)", "unsigned big int", "\"quoted type\"", "TEXT", "[x y](3)");

    private static final List<String> CONSTRAINTS = List.of(
            "NOT NULL",
            "NULL",
            "UNIQUE",
            "UNIQUE ON CONFLICT REPLACE",
            "CHECK (1 /* ) */ > 0)",
            "CONSTRAINT x CHECK ((1))",
            "DEFAULT 'a, b)'",
            "DEFAULT (1 + (2))",
            "DEFAULT -1.5e-3",
            "DEFAULT x'2C'",
            "DEFAULT true",
            "COLLATE nocase",
            "REFERENCES p",
            "REFERENCES p (id) ON DELETE CASCADE ON UPDATE SET NULL",
            "CONSTRAINT \"y y\" REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED",
            "REFERENCES p NOT DEFERRABLE",
            "REFERENCES p MATCH FULL",
            "CONSTRAINT n NOT NULL ON CONFLICT FAIL",
            "AS (1 + 1) STORED",
            "GENERATED ALWAYS AS ('), ' || 'x') VIRTUAL",
            "AS (1)",
            "CONSTRAINT lonely");

    private static final List<String> BLANKS =
            List.of(" ", "\n", "\t", " /* , ) ( ' */ ", " -- , ( '\n", "\f", " /**/ ");

    @Provide
    Arbitrary<Random> random() {
        return Arbitraries.integers().map(Random::new);
    }

    @Property(seed = "31")
    void definitionThatSqliteTook_isReadAsSqliteReadsIt(@ForAll("random") Random random) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE p (id INTEGER PRIMARY KEY)");
            String sql = table(random);
            try {
                statement.execute(sql);
            } catch (SQLException refused) {
                TableText.read(sql);
                return;
            }
            String stored = strings(statement, "SELECT sql FROM sqlite_master WHERE name = 't'", 1)
                    .get(0);
            TableText text = TableText.read(stored);

            assertThat(text.computed())
                    .as(stored)
                    .extracting(computed -> SqliteRules.fold(computed.column()))
                    .containsExactlyElementsOf(
                            strings(statement, "SELECT name FROM pragma_table_xinfo('t') WHERE hidden IN (2, 3)", 1)
                                    .stream()
                                    .map(SqliteRules::fold)
                                    .toList());
            Set<String> keys = new TreeSet<>(strings(statement, "SELECT id FROM pragma_foreign_key_list('t')", 1));
            assertThat(text.foreignKeys()).as(stored).hasSize(keys.size());
            // A unique constraint on the columns of the primary key has no index of its own.
            assertThat(uniques(text)).as(stored).containsAll(uniques(statement, "= 'u'"));
            assertThat(uniques(statement, "IN ('u', 'pk')")).as(stored).containsAll(uniques(text));
        }
    }

    private static Set<List<String>> uniques(TableText text) {
        Set<List<String>> uniques = new LinkedHashSet<>();
        text.uniqueKeys()
                .forEach(key -> uniques.add(
                        key.columns().stream().map(SqliteRules::fold).toList()));
        return Set.copyOf(uniques);
    }

    /** SQLite makes one index of two equal constraints. */
    private static Set<List<String>> uniques(Statement statement, String origin) throws SQLException {
        Set<List<String>> uniques = new LinkedHashSet<>();
        for (String index : strings(statement, "SELECT name FROM pragma_index_list('t') WHERE origin " + origin, 1)) {
            uniques.add(
                    strings(statement, "SELECT name FROM pragma_index_info('" + index + "') ORDER BY seqno", 1).stream()
                            .map(SqliteRules::fold)
                            .toList());
        }
        return Set.copyOf(uniques);
    }

    /** Whatever is stored, also by hand or by a later SQLite. */
    @Property(seed = "32")
    void anyText_isReadWithoutAnException(@ForAll("random") Random random, @ForAll String noise) {
        String sql = table(random);
        int cut = random.nextInt(sql.length());

        TableText.read(sql.substring(0, cut));
        TableText.read(sql.substring(cut));
        TableText.read(sql.substring(0, cut) + noise + sql.substring(cut));
        TableText.read(noise);
        int end = 0;
        for (Token token : Token.read(noise + sql.substring(cut))) {
            assertThat(token.start()).isGreaterThanOrEqualTo(end);
            assertThat(token.end()).isGreaterThan(token.start());
            end = token.end();
        }
    }

    private static String table(Random random) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        List<String> columns = names.subList(0, 1 + random.nextInt(5));
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            StringBuilder part = new StringBuilder(column).append(blank(random)).append(any(TYPES, random));
            for (int i = random.nextInt(3); i > 0; i--) {
                part.append(blank(random)).append(any(CONSTRAINTS, random));
            }
            parts.add(part.toString());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String column = any(columns, random);
            parts.add(any(
                    List.of(
                            "UNIQUE (" + column + ")",
                            "CONSTRAINT \"u,u\" UNIQUE (" + String.join(blank(random) + "," + blank(random), columns)
                                    + ")",
                            "PRIMARY KEY (" + column + " COLLATE nocase DESC)",
                            "CONSTRAINT pk PRIMARY KEY (" + column + ")",
                            "FOREIGN KEY (" + column + ") REFERENCES p (id) ON DELETE SET NULL",
                            "CONSTRAINT fk FOREIGN KEY (" + column + ") REFERENCES p DEFERRABLE INITIALLY DEFERRED",
                            "CHECK (" + column + " <> ')' OR '(' > 1)",
                            "CONSTRAINT c CHECK (" + column + " IN (1, 2, 'check ('))"),
                    random));
        }
        String end = any(List.of("", " STRICT", " WITHOUT ROWID", " -- end", " WITHOUT ROWID, STRICT"), random);
        return "CREATE TABLE" + blank(random) + "t" + blank(random) + "(" + blank(random)
                + String.join(blank(random) + "," + blank(random), parts) + blank(random) + ")" + end;
    }

    private static String blank(Random random) {
        return any(BLANKS, random);
    }

    private static String any(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> strings(Statement statement, String query, int column) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(column));
            }
        }
        return strings;
    }
}
