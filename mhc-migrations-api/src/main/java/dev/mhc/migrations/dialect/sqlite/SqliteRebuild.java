package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.literal;

import dev.mhc.migrations.dialect.Progress;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.Step.Routine;
import dev.mhc.migrations.dialect.sqlite.NewShape.CopiedColumn;
import dev.mhc.migrations.dialect.sqlite.RebuildSpace.FreeSpace;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.schema.Column.Generation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Gives a table a new shape: the old table goes out of the way under another name, the new one is created under its own
 * name with exactly the text that was asked for, gets the rows, and the old one is dropped. While
 * {@code legacy_alter_table} is on and {@code foreign_keys} is off, renaming a table changes the text of no other object;
 * so nothing in the schema is ever written but what was asked for.
 *
 * <p>Two tables take a detour over a third one without constraints, which copies the rows twice: one with a check that
 * qualifies a column with the table's name, since SQLite does not rename it then; and one with a conversion that queries,
 * since the table's name would mean the new table in the query.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">SQLite on other kinds of table schema changes</a>
 */
final class SqliteRebuild {

    /** How many changes the report names. */
    private static final int TOLD = 4;

    private static final String TRIAL = "mhc_trial";

    private final NewShape shape;
    private final String table;
    private final String aside;
    private final TableParts old;
    private final TableParts target;
    private final boolean detour;
    private final FreeSpace freeSpace;
    private final Conservation conservation;
    private final TableCounters counters;
    private final RebuildForeignKeys foreignKeys;
    private final List<Step> steps = new ArrayList<>();

    private SqliteRebuild(NewShape shape, FreeSpace freeSpace) {
        this.shape = shape;
        this.freeSpace = freeSpace;
        this.table = shape.before().name();
        this.old = TableParts.read(shape.before().definition().get(0));
        this.target = TableParts.read(shape.createTable());
        this.detour = old.qualifies(table) || shape.columns().stream().anyMatch(SqliteRebuild::queries);
        this.aside = (detour ? "mhc_copy_" : "mhc_old_") + table;
        this.conservation = new Conservation(shape);
        this.counters = new TableCounters(table, old.numbered() && target.numbered());
        this.foreignKeys = new RebuildForeignKeys(table, column -> keepsKey() && isKept(column), rowidsKept());
    }

    /** The steps that give a table the shape, inside a transaction that began with foreign keys off. */
    static List<Step> steps(NewShape shape) {
        return steps(shape, FreeSpace.OF_FILE_STORE);
    }

    static List<Step> steps(NewShape shape, FreeSpace freeSpace) {
        SqliteRebuild rebuild = new SqliteRebuild(shape, freeSpace);
        rebuild.add();
        return List.copyOf(rebuild.steps);
    }

    private static boolean queries(CopiedColumn column) {
        return Expressions.queries(column.value());
    }

    private void add() {
        routine("check the views, triggers, foreign keys and free space before " + table + " is rebuilt", this::before);
        if (detour) {
            addDetour();
        } else {
            statement("PRAGMA legacy_alter_table = ON", "renaming must leave the text of all other objects alone");
            drop(objects().filter(sql -> !goesAside(sql)));
            statement("ALTER TABLE main." + identifier(table) + " RENAME TO " + identifier(aside), "");
            statement("PRAGMA legacy_alter_table = OFF", "");
            statement(shape.createTable(), "");
            tryObjects(objects().filter(this::goesAside).toList());
            copy(new RowCopy(aside, table, table, targetColumns(), sourceValues(), sourceKeys(), copiedKey()));
        }
        statement("DROP TABLE main." + identifier(aside), "");
        shape.objects().forEach(sql -> statement(sql, ""));
        routine("check that " + table + " lost nothing", this::after);
    }

    /** The rows wait in a table whose columns have no type, and so keep every value as it is. */
    private void addDetour() {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < sourceValues().size(); i++) {
            columns.add("c" + i);
        }
        statement(
                "CREATE TABLE main." + identifier(aside) + " (" + String.join(", ", columns) + ")",
                "the rows wait here: " + table
                        + (old.qualifies(table)
                                ? " cannot be renamed, its text uses its name"
                                : " is queried by a conversion"));
        copy(new RowCopy(table, table, aside, columns, sourceValues(), sourceKeys(), Optional.empty()));
        drop(objects());
        statement("DROP TABLE main." + identifier(table), "");
        statement(shape.createTable(), "");
        tryObjects(List.of());
        copy(new RowCopy(aside, table, table, targetColumns(), columns, List.of("rowid"), Optional.empty()));
    }

    private void statement(String sql, String comment) {
        steps.add(new Step.Statement(sql, comment));
    }

    private void routine(String description, Routine.Body body) {
        steps.add(new Routine(description, body));
    }

    /** The indexes and triggers of the old table. */
    private Stream<String> objects() {
        return shape.before().definition().stream().skip(1);
    }

    /**
     * Whether an object stays with the old table and goes with it. An index does, since its pages would else be free while
     * the rows are copied, and the new table be scattered over them; but in one that has the table's name in its condition,
     * the name would stay.
     */
    private boolean goesAside(String sql) {
        List<Token> tokens = Token.read(sql);
        return !tokens.get(1).is("TRIGGER")
                && tokens.stream().filter(token -> token.names(table)).count() == 1;
    }

    private void drop(Stream<String> objects) {
        drops(objects.toList()).forEach(sql -> statement(sql, ""));
    }

    private static List<String> drops(List<String> objects) {
        return objects.stream()
                .map(Token::read)
                .map(tokens -> {
                    boolean trigger = tokens.get(1).is("TRIGGER");
                    Token name = tokens.get(trigger || tokens.get(1).is("INDEX") ? 2 : 3);
                    return "DROP " + (trigger ? "TRIGGER" : "INDEX") + " main." + identifier(name.unquoted());
                })
                .toList();
    }

    /**
     * Views and triggers that miss something are found on the empty table, not behind a copy of an hour.
     *
     * @param aside the objects whose names are needed for it
     */
    private void tryObjects(List<String> aside) {
        if (shape.objects().isEmpty()) {
            routine(
                    "try the views and triggers on the empty table",
                    (connection, progress) -> requireWorking(connection));
            return;
        }
        routine("try the indexes and triggers on the empty table", (connection, progress) -> {
            SqliteQuery.execute(connection, "SAVEPOINT " + TRIAL);
            for (String sql : drops(aside)) {
                SqliteQuery.execute(connection, sql);
            }
            for (String sql : shape.objects()) {
                SqliteQuery.execute(connection, sql);
            }
            requireWorking(connection);
            SqliteQuery.execute(connection, "ROLLBACK TO " + TRIAL);
            SqliteQuery.execute(connection, "RELEASE " + TRIAL);
        });
    }

    private void copy(RowCopy copy) {
        routine(
                copy.describe(),
                (connection, progress) ->
                        conservation.requireAllRows(copy.run(connection, progress, conservation.rows())));
    }

    private List<String> sourceValues() {
        List<String> values = new ArrayList<>();
        rowidPair().ifPresent(pair -> values.add(pair.get(1)));
        shape.columns().forEach(column -> values.add(column.value()));
        return values;
    }

    private List<String> targetColumns() {
        List<String> columns = new ArrayList<>();
        rowidPair().ifPresent(pair -> columns.add(pair.get(0)));
        shape.columns().forEach(column -> columns.add(identifier(column.name())));
        return columns;
    }

    /** How the new table and the old one call the rowid, if it is copied; a table that gets nothing else gets that. */
    private Optional<List<String>> rowidPair() {
        Optional<String> from = sourceKeys().stream().findFirst().filter(key -> !old.withoutRowid());
        Optional<String> to = target.rowidNames().stream().findFirst();
        return from.isPresent()
                        && to.isPresent()
                        && (shape.copiesRowid() || shape.columns().isEmpty())
                ? Optional.of(List.of(to.get(), from.get()))
                : Optional.empty();
    }

    private List<String> sourceKeys() {
        if (old.withoutRowid()) {
            return shape.before().primaryKey().orElseThrow().columns().stream()
                    .map(column -> identifier(column))
                    .toList();
        }
        return old.rowidNames().stream().findFirst().or(() -> alias().map(column -> identifier(column))).stream()
                .toList();
    }

    /** The column that is the rowid. */
    private Optional<String> alias() {
        return shape.before().columns().stream()
                .filter(column -> column.generation() == Generation.IDENTITY)
                .map(column -> column.name())
                .findFirst();
    }

    /** What the rowid is called in the new table, if it is the one of the old. */
    private Optional<String> copiedKey() {
        if (!rowidsKept()) {
            return Optional.empty();
        }
        return shape.copiesRowid()
                ? rowidPair().map(pair -> pair.get(0))
                : target.rowidAlias()
                        .filter(column -> alias().filter(
                                        it -> SqliteRules.fold(it).equals(SqliteRules.fold(column)))
                                .isPresent())
                        .map(column -> identifier(column));
    }

    private boolean rowidsKept() {
        return shape.copiesRowid()
                ? rowidPair().isPresent()
                : alias().map(column -> isKept(column) && !target.withoutRowid())
                        .orElse(false);
    }

    /** A foreign key that names only the table references its primary key, whichever that is. */
    private boolean keepsKey() {
        return TableState.sameAll(old.primaryKey(), target.primaryKey());
    }

    private boolean isKept(String column) {
        return old.declaresAs(target, column)
                && shape.columns().stream()
                        .anyMatch(
                                it -> it.keeps() && SqliteRules.fold(it.name()).equals(SqliteRules.fold(column)));
    }

    private void before(Connection connection, Progress progress) throws SQLException {
        if (SqliteQuery.number(connection, "PRAGMA foreign_keys") != 0) {
            // Cascades would reach into the copy; the transaction began before anybody could know.
            throw ErrorCode.REBUILD_UNFORESEEN.with(table);
        }
        for (String name : List.of(aside, SchemaSelfTest.TABLE, SchemaSelfTest.RENAMED)) {
            if (isTaken(connection, name)) {
                throw ErrorCode.REBUILD_NAME_TAKEN.with(table, name);
            }
        }
        Optional<SchemaSelfTest.Broken> broken = new SchemaSelfTest(connection).firstBroken(table);
        if (broken.isPresent()) {
            throw ErrorCode.BROKEN_BEFORE_REBUILD.with(
                    table, broken.get().object(), broken.get().why());
        }
        conservation.before(connection);
        new RebuildSpace(connection, freeSpace).require(shape.before(), conservation.rows(), detour ? 2 : 1);
        counters.before(connection);
        foreignKeys.before(connection);
    }

    private static boolean isTaken(Connection connection, String name) throws SQLException {
        return SqliteQuery.number(
                        connection,
                        "SELECT count(*) FROM main.sqlite_schema WHERE name = " + literal(name) + " COLLATE NOCASE")
                > 0;
    }

    private void requireWorking(Connection connection) throws SQLException {
        Optional<SchemaSelfTest.Broken> broken = new SchemaSelfTest(connection).firstBroken(table);
        if (broken.isPresent()) {
            throw ErrorCode.DEPENDENT_OBJECT.with(
                    table, broken.get().object(), broken.get().why());
        }
    }

    private void after(Connection connection, Progress progress) throws SQLException {
        counters.restore(connection);
        requireWorking(connection);
        foreignKeys.after(connection, progress);
        conservation.after(connection);
        Optional<String> next = counters.next(connection);
        counters.after(connection);
        progress.note(line(next));
    }

    private String line(Optional<String> next) {
        long triggers = shape.objects().stream()
                .filter(sql -> Token.read(sql).get(1).is("TRIGGER"))
                .count();
        return "rebuilt " + table + ": "
                + counted(conservation.rows(), "row", "rows") + ", "
                + counted(shape.objects().size() - triggers, "index", "indexes") + ", "
                + counted(triggers, "trigger", "triggers")
                + next.map(number -> ", next id " + number).orElse("")
                + " kept"
                + (shape.asked().isEmpty() ? "" : "; as asked: " + abridged(shape.asked()));
    }

    private static String abridged(List<String> asked) {
        int more = asked.size() - TOLD;
        String first = asked.stream().limit(TOLD).collect(Collectors.joining(", "));
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static String counted(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }
}
