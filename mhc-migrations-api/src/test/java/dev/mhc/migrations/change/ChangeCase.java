package dev.mhc.migrations.change;

import dev.mhc.migrations.change.SchemaModel.ChildModel;
import dev.mhc.migrations.engine.MigrationListener;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.TestRegistry;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.SchemaEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** One random table, one random migration, and the verdict. */
final class ChangeCase implements AutoCloseable {

    /** What the connections of one driver are opened by. */
    @FunctionalInterface
    interface Driver {
        Connection connect(String url) throws SQLException;
    }

    static final MigrationListener QUIET = new MigrationListener() {};

    private static final List<String> SETTINGS = List.of(
            "foreign_keys",
            "legacy_alter_table",
            "recursive_triggers",
            "synchronous",
            "journal_mode",
            "busy_timeout",
            "ignore_check_constraints",
            "defer_foreign_keys",
            "writable_schema");

    private final long seed;
    private final Dice dice;
    private final Path file;
    private final Driver driver;
    private final List<String> story = new ArrayList<>();
    private final List<Script> open = new ArrayList<>();

    private final boolean pooled;
    private final List<String> settings = new ArrayList<>();

    ChangeCase(long seed, Path file, Driver driver) {
        this.seed = seed;
        this.dice = new Dice(seed);
        this.file = file;
        this.driver = driver;
        pooled = dice.percent(50);
        settings.add("foreign_keys = " + dice.of("ON", "OFF"));
        settings.add("synchronous = NORMAL");
        settings.add("recursive_triggers = " + dice.of("ON", "OFF"));
        if (dice.percent(15)) {
            settings.add(dice.of(
                    "legacy_alter_table = ON",
                    "ignore_check_constraints = ON",
                    "defer_foreign_keys = ON",
                    "reverse_unordered_selects = ON",
                    "cell_size_check = ON",
                    "case_sensitive_like = ON"));
        }
    }

    private Script script(String url) throws SQLException {
        Script script = new Script(driver.connect(url));
        open.add(script);
        // No power fails here; what is under test opens connections of its own.
        script.execute("PRAGMA synchronous = OFF");
        return script;
    }

    private String url() {
        return "jdbc:sqlite:" + file;
    }

    /** Runs the case; returns what became of it. Throws with the whole story if that is not as it should be. */
    String run(Path template) throws SQLException, IOException {
        try {
            return judge(template);
        } catch (AssertionError | SQLException | RuntimeException e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage() + "\n\n" + String.join(";\n", story), e);
        }
    }

    private String judge(Path template) throws SQLException, IOException {
        SchemaModel schema = null;
        Spelling spelling = Spelling.odd(dice);
        Script live = null;
        for (int i = 0; schema == null || live == null; i++) {
            if (live != null) {
                live.close();
            }
            Files.copy(template, file, StandardCopyOption.REPLACE_EXISTING);
            live = script(url());
            spelling = dice.percent(85) ? Spelling.odd(dice) : Spelling.plain();
            SchemaModel candidate = TableGenerator.schema(dice);
            if (new LiveDatabase(dice, candidate, spelling, live).create()) {
                schema = candidate;
            } else if (i > 20) {
                throw new AssertionError("SQLite takes none of twenty tables; the last: " + live.log);
            }
        }
        story.addAll(live.log);
        Before before = new Before(live, schema);
        ChangePlan plan = ChangeGenerator.plan(dice, schema, before.rows);
        story.addAll(plan.texts);
        plan.newName.ifPresent(it -> story.add("renameTable to " + it + (plan.renamedFirst ? " first" : "")));
        story.add(settings + (pooled ? " pooled" : " raw"));
        boolean undone = plan.reversible && dice.percent(40);
        List<String> wanted = undone ? before.comparable(live) : List.of();
        live.close();
        Optional<MigrationException> refusal = migrate(schema, plan);
        Script now = script(url());
        Script reference = script("jdbc:sqlite::memory:");
        reference.execute("PRAGMA encoding = '" + now.rows("PRAGMA encoding").get(0) + "'");
        Verdict verdict = new Verdict(plan, before, now, reference, spelling);
        if (refusal.isPresent()) {
            return verdict.refused(refusal.get());
        }
        verdict.accepted();
        if (undone) {
            now.close();
            try {
                migrator(schema, plan, source()).rollbackSteps(1);
            } catch (MigrationException e) {
                if (Verdict.isMistakeOfSqlite(e)) {
                    return "accepted";
                }
                throw e;
            }
            Script again = script(url());
            List<String> found = new ArrayList<>(Content.shape(again));
            found.addAll(Content.rows(again));
            Verdict.same("after down", wanted, found);
            return "accepted and undone";
        }
        verdict.behaves(Behaviour.statements(dice, plan.after));
        return "accepted";
    }

    private DataSource source() {
        return Lending.each(() -> prepared(driver.connect(url())));
    }

    private Connection prepared(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute("PRAGMA " + setting);
            }
        }
        return connection;
    }

    private Optional<MigrationException> migrate(SchemaModel schema, ChangePlan plan) throws SQLException {
        if (!pooled) {
            return apply(migrator(schema, plan, source()));
        }
        Script script = new Script(prepared(driver.connect(url())));
        open.add(script);
        List<String> lent = condition(script);
        Optional<MigrationException> refusal = apply(migrator(schema, plan, Lending.pool(script.connection)));
        Verdict.same("settings", lent, condition(script));
        script.close();
        return refusal;
    }

    private static Optional<MigrationException> apply(Migrator migrator) {
        try {
            migrator.apply();
            return Optional.empty();
        } catch (MigrationException e) {
            return Optional.of(e);
        }
    }

    private static List<String> condition(Script script) throws SQLException {
        List<String> condition = new ArrayList<>();
        for (String setting : SETTINGS) {
            condition.add(setting + " " + script.rows("PRAGMA " + setting));
        }
        condition.add("temporary " + script.rows("SELECT name FROM temp.sqlite_schema"));
        return condition;
    }

    private static Migrator migrator(SchemaModel schema, ChangePlan plan, DataSource source) {
        String old = schema.table.name;
        TestRegistry registry = TestRegistry.module("app")
                .reversible(1, "Begin", it -> {}, it -> {})
                .reversible(2, "Change", it -> up(it, plan, old), it -> down(it, plan, old));
        return Migrator.builder(source)
                .registries(List.of(registry))
                .entitySchemas(List.of())
                .backup(false)
                .listener(ChangeCase.QUIET)
                .build();
    }

    private static void up(SchemaEditor schema, ChangePlan plan, String old) {
        String table = plan.renamedFirst ? plan.newName.orElse(old) : old;
        if (plan.renamedFirst) {
            schema.renameTable(old, table);
        }
        schema.alterTable(table, t -> plan.up.forEach(change -> change.accept(t)));
        if (!plan.renamedFirst) {
            plan.newName.ifPresent(name -> schema.renameTable(old, name));
        }
    }

    private static void down(SchemaEditor schema, ChangePlan plan, String old) {
        String name = plan.newName.orElse(old);
        schema.alterTable(name, t -> plan.down.forEach(change -> change.accept(t)));
        plan.newName.ifPresent(it -> schema.renameTable(it, old));
    }

    @Override
    public void close() throws SQLException {
        for (Script script : open) {
            script.close();
        }
    }

    /** The database before its migration. */
    static final class Before {
        private final String table;
        final OldRows rows;
        final List<String> exact = new ArrayList<>();
        private final List<String> content;
        final List<String> orphans;
        final List<List<String>> objects;
        final Map<String, List<List<String>>> children = new LinkedHashMap<>();
        final String sequence;

        Before(Script live, SchemaModel schema) throws SQLException {
            table = schema.table.name;
            rows = new OldRows(live, schema.table);
            content = Content.rows(live);
            exact.addAll(Content.definitions(live));
            exact.addAll(content);
            orphans = Content.orphans(live, schema.table);
            objects = live.table("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
            for (ChildModel child : schema.children) {
                String own = "quote(" + LiveDatabase.columns(child).replace(", ", "), quote(") + ")";
                children.put(
                        child.name(),
                        live.table("SELECT id, " + own + ", quote(note) FROM \"" + child.name() + "\" ORDER BY id"));
            }
            boolean counts = live.rows("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'")
                            .size()
                    > 0;
            sequence = counts
                    ? String.join(
                            "",
                            live.rows("SELECT seq FROM sqlite_sequence WHERE lower(name) = lower('"
                                    + schema.table.name.replace("'", "''") + "')"))
                    : "";
        }

        String table() {
            return table;
        }

        /** The text that made the table. */
        String createTable() {
            return objects.stream()
                    .filter(it -> it.get(0).equals("table") && it.get(1).equalsIgnoreCase(table))
                    .map(it -> it.get(3))
                    .findFirst()
                    .orElse("");
        }

        /** What must be the same after up and down. */
        List<String> comparable(Script live) throws SQLException {
            List<String> lines = new ArrayList<>(Content.shape(live));
            lines.addAll(content);
            return lines;
        }
    }
}
