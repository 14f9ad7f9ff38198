package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.identifiers;
import static dev.mhc.migrations.dialect.sqlite.TableState.contains;
import static dev.mhc.migrations.dialect.sqlite.TableState.same;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.sqlite.NewShape.CopiedColumn;
import dev.mhc.migrations.dialect.sqlite.TableParts.Clause;
import dev.mhc.migrations.dialect.sqlite.TableParts.Item;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.operation.TableChange.AddCheck;
import dev.mhc.migrations.operation.TableChange.AddColumn;
import dev.mhc.migrations.operation.TableChange.AddForeignKey;
import dev.mhc.migrations.operation.TableChange.AddUnique;
import dev.mhc.migrations.operation.TableChange.AlterColumn;
import dev.mhc.migrations.operation.TableChange.DropCheck;
import dev.mhc.migrations.operation.TableChange.DropColumn;
import dev.mhc.migrations.operation.TableChange.DropForeignKey;
import dev.mhc.migrations.operation.TableChange.DropUnique;
import dev.mhc.migrations.operation.TableChange.SetPrimaryKey;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns the changes of one {@code alterTable} into a new shape: edits the stored text, and says how each column gets its
 * values. No renames: those are SQLite's own.
 */
final class ShapeChange {

    private static final String ANY = "ANY";

    private final Table before;
    private final Schema others;
    private final TableEdits edits;
    private final Map<String, NewValue> values = new LinkedHashMap<>();
    /** Looked at when all changes are known, since a later one may give a column its values. */
    private final List<Wanted> wanted = new ArrayList<>();

    /** A probe of these columns, as long as the table still gets them. */
    private record Wanted(List<String> columns, Consumer<ShapeProbes> probe) {}

    private final List<String> asked = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    private ShapeChange(Table before, Schema others) {
        this.before = before;
        this.others = others;
        this.edits = new TableEdits(
                before.definition().isEmpty()
                        ? SqliteDdl.createTable(before)
                        : before.definition().get(0));
        for (Item column : parts().columns()) {
            String name = column.column().orElseThrow();
            boolean computed = column.first(Kind.COMPUTED).isPresent();
            values.put(SqliteRules.fold(name), computed ? NewValue.computed(name) : NewValue.kept(name));
        }
    }

    /**
     * The steps that rebuild a table.
     *
     * @param others the tables that new foreign keys reference, where they exist
     * @param reason why SQLite does not do it by itself, a clause of a sentence
     */
    static List<Step> render(AlterTable alter, Table before, Schema others, String reason) {
        ShapeChange change = new ShapeChange(before, others);
        alter.changes().forEach(change::take);
        return change.steps(reason);
    }

    private TableParts parts() {
        return edits.parts();
    }

    private List<Step> steps(String reason) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Note("table " + before.name() + " is rebuilt: " + reason));
        ShapeProbes probes =
                new ShapeProbes(before.name(), SqliteProbes.of(before).rowKey(), values);
        wanted.stream()
                .filter(it -> it.columns().stream().allMatch(column -> values.containsKey(SqliteRules.fold(column))))
                .forEach(it -> it.probe().accept(probes));
        dropped.forEach(column -> steps.add(ColumnMentions.refuse(before.name(), column)));
        steps.addAll(probes.steps());
        steps.addAll(SqliteRebuild.steps(shape()));
        return List.copyOf(steps);
    }

    private NewShape shape() {
        TableParts now = parts();
        boolean hadRowid = !TableParts.read(firstDefinition()).withoutRowid();
        List<CopiedColumn> copied = now.columns().stream()
                .map(item -> value(item.column().orElseThrow()))
                .filter(NewValue::copied)
                .map(value -> new CopiedColumn(value.column(), value.sql(), value.keeps()))
                .toList();
        boolean copiesRowid =
                hadRowid && !now.withoutRowid() && now.rowidAlias().isEmpty();
        List<String> objects = before.definition().isEmpty()
                ? List.of()
                : before.definition().subList(1, before.definition().size());
        return new NewShape(before, now.sql(), copied, copiesRowid, objects, asked);
    }

    private String firstDefinition() {
        return before.definition().isEmpty()
                ? SqliteDdl.createTable(before)
                : before.definition().get(0);
    }

    private void take(TableChange change) {
        asked.add(change.describe());
        if (change instanceof AddColumn add) {
            addColumn(add);
        } else if (change instanceof DropColumn drop) {
            dropColumn(drop);
        } else if (change instanceof AlterColumn alter) {
            alterColumn(alter);
        } else if (change instanceof SetPrimaryKey key) {
            setPrimaryKey(key);
        } else if (change instanceof AddForeignKey add) {
            addForeignKey(add);
        } else if (change instanceof DropForeignKey drop) {
            List<String> columns = drop.columns();
            edits.remove(constraint(drop, Kind.FOREIGN_KEY, columns, "foreign key on "));
        } else if (change instanceof AddUnique add) {
            addUnique(add);
        } else if (change instanceof DropUnique drop) {
            edits.remove(constraint(drop, Kind.UNIQUE, drop.columns(), "unique constraint on "));
        } else if (change instanceof AddCheck add) {
            edits.addConstraint(SqliteDdl.check(add.check()));
            want(List.of(), probes -> probes.violations(add.check()));
        } else if (change instanceof DropCheck drop) {
            dropCheck(drop);
        } else {
            throw new IllegalStateException("No edit for " + change);
        }
    }

    private Item column(String name, TableChange change) {
        return parts().column(name)
                .orElseThrow(() -> ErrorCode.NO_SUCH_COLUMN.with(
                        change.describe(), before.name(), name, Suggestion.among(parts().columnNames(), name)));
    }

    private NewValue value(String column) {
        NewValue value = values.get(SqliteRules.fold(column));
        if (value == null) {
            throw new IllegalStateException("No column " + column);
        }
        return value;
    }

    private void put(NewValue value) {
        values.put(SqliteRules.fold(value.column()), value);
    }

    private void want(List<String> columns, Consumer<ShapeProbes> probe) {
        wanted.add(new Wanted(columns, probe));
    }

    private ColumnType declarable(ColumnType type) {
        return parts().strict() ? ColumnType.declared(SqliteTypes.strict(type)) : type;
    }

    private void addColumn(AddColumn add) {
        Column column = add.column();
        String name = column.name();
        if (parts().column(name).isPresent()) {
            throw ErrorCode.COLUMN_EXISTS.with(add.describe(), before.name(), name);
        }
        Column declared = new Column(
                name,
                declarable(column.type()),
                column.nullable(),
                column.defaultValue(),
                column.generation(),
                column.expression());
        edits.addColumn(SqliteDdl.column(
                declared, false, add.unique(), add.references().stream().toList()));
        boolean computed = column.generation() == Generation.COMPUTED;
        Optional<String> value = column.defaultValue()
                .filter(it -> !SqliteDefaults.isNull(it))
                .map(it -> SqliteDefaults.sql(it, column.type()));
        put(computed ? NewValue.computed(name) : NewValue.added(name, value));
        if (computed) {
            return;
        }
        if (!column.nullable() && value.isEmpty()) {
            want(List.of(name), probes -> {
                if (!value(name).copied()) {
                    probes.rows(name);
                }
            });
        }
        if (add.unique()) {
            want(List.of(name), probes -> probes.duplicates(List.of(name), "a unique constraint on"));
        }
        add.references().ifPresent(key -> requireParents(add, key));
    }

    private void dropColumn(DropColumn drop) {
        Item item = column(drop.column(), drop);
        String name = item.column().orElseThrow();
        new ColumnUses(before, parts()).refuse(name);
        if (parts().columns().size() == 1) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Table " + before.name(), "its last column cannot be dropped; drop the table");
        }
        List<Clause> gone = new ColumnUses(before, parts()).goingWith(name);
        for (Clause clause : gone) {
            asked.add("with it " + ColumnUses.describe(clause));
        }
        // From the end, so that the places of the others stay.
        for (int i = gone.size() - 1; i >= 0; i--) {
            edits.remove(gone.get(i));
        }
        edits.dropColumn(name);
        values.remove(SqliteRules.fold(name));
        if (before.columns().stream().anyMatch(it -> same(it.name(), name))) {
            dropped.add(name);
        }
    }

    private void alterColumn(AlterColumn alter) {
        Item item = column(alter.column(), alter);
        String name = item.column().orElseThrow();
        boolean changesValues = alter.type().isPresent()
                || alter.newDefault().isPresent()
                || alter.fillNulls().isPresent();
        if (item.first(Kind.COMPUTED).isPresent() && changesValues) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Column " + before.name() + "." + name,
                    "it is computed; drop it and add it again in the same alterTable");
        }
        alter.type().ifPresent(type -> changeType(alter, item, name, type));
        alter.nullable().ifPresent(nullable -> changeNullability(alter, name, nullable));
        alter.newDefault().ifPresent(change -> {
            ColumnType type = alter.type().orElse(ColumnType.declared(TableParts.type(column(name, alter))));
            edits.setDefault(
                    name,
                    change.value()
                            .filter(value -> !SqliteDefaults.isNull(value))
                            .map(value -> SqliteDefaults.sql(value, type)));
        });
    }

    /** In a STRICT table ANY is no affinity: every value stays as it is. */
    private Affinity affinity(String declared) {
        return parts().strict() && declared.equalsIgnoreCase(ANY) ? Affinity.BLOB : Affinity.of(declared);
    }

    private void changeType(AlterColumn alter, Item item, String name, ColumnType type) {
        String old = TableParts.type(item);
        ColumnType wantedType = declarable(type);
        String declared = SqliteTypes.declared(wantedType);
        Affinity affinity = affinity(declared);
        boolean rowid = parts().rowidAlias().filter(it -> same(it, name)).isPresent();
        // The rowid has 64 bits, whatever it is called.
        boolean staysRowid = rowid && affinity == Affinity.INTEGER;
        if (alter.using().isEmpty() && (staysRowid || SqliteTypes.sameWords(old, declared))) {
            return;
        }
        if (!staysRowid) {
            edits.setType(name, declared);
        }
        if (rowid && !staysRowid) {
            edits.dropNumbering();
            edits.setNotNull(name);
        }
        // A BLOB column of a STRICT table takes only some of what an ANY column takes.
        boolean narrower = parts().strict() && affinity == Affinity.BLOB && !declared.equalsIgnoreCase(ANY);
        boolean sameAffinity =
                affinity(old) == affinity && !narrower && alter.using().isEmpty();
        Conversion conversion = new Conversion(type, affinity, sameAffinity);
        put(value(name)
                .converted(
                        alter.using()
                                .map(it -> "(" + it + ")")
                                .orElse(value(name).sql()),
                        conversion,
                        sameAffinity));
        want(
                List.of(name),
                probes -> probes.misfits(name, conversion, alter.using().isPresent()));
        boolean becomesRowid =
                !rowid && parts().rowidAlias().filter(it -> same(it, name)).isPresent();
        if (becomesRowid) {
            // A NULL would be given a number.
            want(List.of(name), probes -> probes.nulls(name, false));
        }
        requireKeys(name);
    }

    /** Other values than before could collide in a key. */
    private void requireKeys(String column) {
        keysOf(column).forEach(key -> want(key.columns(), probes -> probes.duplicates(key.columns(), "the key")));
        before.indexes().stream()
                .filter(index -> index.unique() && index.where().isEmpty() && !collates(index))
                .flatMap(index -> index.columns().stream())
                .filter(columns -> contains(columns, column))
                .forEach(columns -> want(columns, probes -> probes.duplicates(columns, "the unique index on")));
    }

    /** Whether it compares in another way than its columns may. */
    private boolean collates(Index index) {
        return before.definition().stream()
                .skip(1)
                .map(Token::read)
                .filter(tokens -> index.name().stream()
                        .anyMatch(name -> tokens.stream().limit(4).anyMatch(token -> token.names(name))))
                .anyMatch(tokens -> tokens.stream().anyMatch(token -> token.is("COLLATE")));
    }

    /** The keys that converted values could collide in. */
    private List<Clause> keysOf(String column) {
        List<Clause> keys = new ArrayList<>(parts().all(Kind.UNIQUE));
        keys.addAll(parts().all(Kind.PRIMARY_KEY));
        return keys.stream().filter(key -> contains(key.columns(), column)).toList();
    }

    private void changeNullability(AlterColumn alter, String name, boolean nullable) {
        if (nullable) {
            if (contains(parts().primaryKey(), name)) {
                throw ErrorCode.BAD_DEFINITION.with(
                        "Column " + before.name() + "." + name, "it is part of the primary key, which is never NULL");
            }
            edits.dropNotNull(name);
            return;
        }
        boolean refused = column(name, alter).first(Kind.NOT_NULL).isPresent();
        edits.setNotNull(name);
        if (!refused && !value(name).computed()) {
            alter.fillNulls().ifPresent(fill -> {
                put(value(name).filled(fill));
                requireKeys(name);
            });
            want(List.of(name), probes -> probes.nulls(name, alter.fillNulls().isPresent()));
        }
    }

    private void setPrimaryKey(SetPrimaryKey change) {
        List<String> columns = change.columns().stream()
                .map(it -> column(it, change).column().orElseThrow())
                .toList();
        Optional<Clause> old = parts().all(Kind.PRIMARY_KEY).stream().findFirst();
        if (old.filter(it -> it.isAbout(columns)).isPresent()) {
            return;
        }
        // What was the key refuses NULL as long as nobody says otherwise.
        if (parts().withoutRowid() || parts().strict()) {
            parts().primaryKey().forEach(edits::setNotNull);
        }
        parts().rowidAlias().ifPresent(edits::setNotNull);
        // Found again: the edit has moved it.
        parts().all(Kind.PRIMARY_KEY).stream().findFirst().ifPresent(edits::remove);
        for (String column : columns) {
            boolean refuses = column(column, change).first(Kind.NOT_NULL).isPresent();
            edits.setNotNull(column);
            if (!refuses) {
                want(List.of(column), probes -> probes.nulls(column, false));
            }
        }
        if (columns.size() == 1) {
            edits.addClause(columns.get(0), "PRIMARY KEY");
        } else {
            edits.addConstraint("PRIMARY KEY (" + identifiers(columns) + ")");
        }
        want(columns, probes -> probes.duplicates(columns, "the primary key"));
    }

    private void addForeignKey(AddForeignKey add) {
        ForeignKey key = add.foreignKey();
        key.columns().forEach(column -> column(column, add));
        if (key.columns().size() == 1) {
            String name =
                    key.name().map(it -> "CONSTRAINT " + identifier(it) + " ").orElse("");
            edits.addClause(key.columns().get(0), name + SqliteDdl.references(key));
        } else {
            edits.addConstraint(SqliteDdl.foreignKey(key));
        }
        requireParents(add, key);
    }

    /** A key that leads nowhere is refused now: SQLite would take it, and refuse every row later. */
    private void requireParents(TableChange change, ForeignKey key) {
        boolean itself = same(key.referencedTable(), before.name());
        if (itself) {
            key.referencedColumns().forEach(column -> column(column, change));
        } else {
            Table parent = others.tables().stream()
                    .filter(table -> same(table.name(), key.referencedTable()))
                    .findFirst()
                    .orElseThrow(() -> ErrorCode.NO_SUCH_TABLE.with(change.describe(), key.referencedTable(), ""));
            ColumnUses.requireKey(change, key, parent);
        }
        want(key.columns(), probes -> {
            boolean readable = !itself
                    || key.referencedColumns().stream()
                            .allMatch(column -> value(column).keeps());
            if (readable
                    && key.columns().stream().noneMatch(column -> value(column).computed())) {
                probes.orphans(key);
            }
        });
    }

    private void addUnique(AddUnique add) {
        List<String> columns = add.key().columns();
        columns.forEach(column -> column(column, add));
        String name =
                add.key().name().map(it -> "CONSTRAINT " + identifier(it) + " ").orElse("");
        if (columns.size() == 1) {
            edits.addClause(columns.get(0), name + "UNIQUE");
        } else {
            edits.addConstraint(name + "UNIQUE (" + identifiers(columns) + ")");
        }
        want(columns, probes -> probes.duplicates(columns, "a unique constraint on"));
    }

    private Clause constraint(TableChange change, Kind kind, List<String> columns, String what) {
        List<Clause> all = parts().all(kind);
        return all.stream()
                .filter(clause -> clause.isAbout(columns))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_CONSTRAINT.with(
                        change.describe(),
                        before.name(),
                        what + String.join(", ", columns),
                        ColumnUses.choice(before, kind, columns, all)));
    }

    private void dropCheck(DropCheck drop) {
        List<Clause> checks = parts().all(Kind.CHECK);
        Clause check = checks.stream()
                .filter(clause -> clause.isNamed(drop.name()))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_CONSTRAINT.with(
                        drop.describe(),
                        before.name(),
                        "check " + drop.name(),
                        Suggestion.among(
                                checks.stream()
                                        .flatMap(clause -> clause.name().stream())
                                        .toList(),
                                drop.name())));
        edits.remove(check);
    }
}
