package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlExpression.enclosedOnSqlite;
import static dev.mhc.migrations.dialect.sqlite.TableState.contains;
import static dev.mhc.migrations.dialect.sqlite.TableState.same;

import dev.mhc.migrations.dialect.sqlite.TableParts.Clause;
import dev.mhc.migrations.dialect.sqlite.TableParts.Item;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.TableChange.AddColumn;
import dev.mhc.migrations.operation.TableChange.AlterColumn;
import dev.mhc.migrations.operation.TableChange.DropColumn;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds, drops and alters the columns of a shape. */
final class ColumnChanges {

    private final ShapeDraft draft;
    private final ConstraintChanges constraints;

    ColumnChanges(ShapeDraft draft, ConstraintChanges constraints) {
        this.draft = draft;
        this.constraints = constraints;
    }

    void add(AddColumn add) {
        Column column = add.column();
        String name = column.name();
        if (draft.parts().column(name).isPresent()) {
            throw ErrorCode.COLUMN_EXISTS.with(add.describe(), draft.table(), name);
        }
        Column declared = new Column(
                name,
                declarable(column.type()),
                column.nullable(),
                column.defaultValue(),
                column.generation(),
                column.expression());
        draft.edits()
                .addColumn(SqliteDdl.column(
                        declared, false, add.unique(), add.references().stream().toList()));
        boolean computed = column.generation() == Generation.COMPUTED;
        Optional<String> value = column.defaultValue()
                .filter(it -> !SqliteDefaults.isNull(it))
                .map(it -> SqliteDefaults.sql(it, column.type()));
        draft.put(computed ? NewValue.computed(name) : NewValue.added(name, value));
        if (computed) {
            return;
        }
        if (!column.nullable() && value.isEmpty()) {
            draft.want(probes -> {
                if (!draft.value(name).copied()) {
                    probes.rows(name);
                }
            });
        }
        if (add.unique()) {
            draft.want(probes -> probes.duplicates(List.of(name), "a unique constraint on"));
        }
        add.references().ifPresent(key -> constraints.requireParents(add, key));
    }

    void drop(DropColumn drop) {
        Item item = draft.column(drop.column(), drop);
        String name = item.column().orElseThrow();
        new ColumnUses(draft.before(), draft.parts()).refuse(name);
        if (draft.parts().columns().size() == 1) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Table " + draft.table(), "its last column cannot be dropped; drop the table");
        }
        List<Clause> gone = new ColumnUses(draft.before(), draft.parts()).goingWith(name);
        for (Clause clause : gone) {
            draft.ask("with it " + ColumnUses.describe(clause));
        }
        // From the end, so that the places of the others stay.
        for (int i = gone.size() - 1; i >= 0; i--) {
            draft.edits().remove(gone.get(i));
        }
        draft.edits().dropColumn(name);
        draft.remove(name);
    }

    void alter(AlterColumn alter) {
        Item item = draft.column(alter.column(), alter);
        String name = item.column().orElseThrow();
        boolean changesValues = alter.type().isPresent()
                || alter.newDefault().isPresent()
                || alter.fillNulls().isPresent();
        if (item.first(Kind.COMPUTED).isPresent() && changesValues) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Column " + place(name), "it is computed; drop it and add it again in the same alterTable");
        }
        alter.type().ifPresent(type -> changeType(alter, item, name, type));
        alter.nullable().ifPresent(nullable -> changeNullability(alter, name, nullable));
        alter.newDefault().ifPresent(change -> {
            ColumnType type = alter.type().orElse(ColumnType.declared(TableParts.type(draft.column(name, alter))));
            draft.edits()
                    .setDefault(
                            name,
                            change.value()
                                    .filter(value -> !SqliteDefaults.isNull(value))
                                    .map(value -> SqliteDefaults.sql(value, type)));
        });
    }

    private void changeType(AlterColumn alter, Item item, String name, ColumnType type) {
        String old = TableParts.type(item);
        ColumnType wantedType = declarable(type);
        String declared = SqliteTypes.declared(wantedType);
        Affinity affinity = Affinity.of(declared);
        boolean rowid = draft.parts().rowidAlias().filter(it -> same(it, name)).isPresent();
        // The rowid has 64 bits, whatever it is called.
        boolean staysRowid = rowid && affinity == Affinity.INTEGER;
        if (alter.using().isEmpty() && (staysRowid || SqliteTypes.sameWords(old, declared))) {
            return;
        }
        if (!staysRowid) {
            draft.edits().setType(name, declared);
        }
        if (rowid && !staysRowid) {
            draft.edits().dropNumbering(name);
            draft.edits().setNotNull(name);
        }
        boolean sameAffinity = Affinity.of(old) == affinity && alter.using().isEmpty();
        Conversion conversion = new Conversion(type, sameAffinity);
        draft.put(draft.value(name)
                .converted(
                        alter.using()
                                .map(it -> enclosedOnSqlite(it, "The conversion of column " + place(name)))
                                .orElse(draft.value(name).sql()),
                        conversion,
                        sameAffinity));
        draft.want(probes -> probes.misfits(name, conversion, alter.using().isPresent()));
        boolean becomesRowid = !rowid
                && draft.parts().rowidAlias().filter(it -> same(it, name)).isPresent();
        if (becomesRowid) {
            // A NULL would be given a number.
            draft.want(probes -> probes.nulls(name, false));
        }
        keysOf(name).forEach(key -> draft.want(probes -> probes.duplicates(key.columns(), "the key")));
    }

    /** The keys that converted values could collide in. */
    private List<Clause> keysOf(String column) {
        List<Clause> keys = new ArrayList<>(draft.parts().all(Kind.UNIQUE));
        keys.addAll(draft.parts().all(Kind.PRIMARY_KEY));
        return keys.stream().filter(key -> contains(key.columns(), column)).toList();
    }

    private void changeNullability(AlterColumn alter, String name, boolean nullable) {
        if (nullable) {
            if (contains(draft.parts().primaryKey(), name)) {
                throw ErrorCode.BAD_DEFINITION.with(
                        "Column " + place(name), "it is part of the primary key, which is never NULL");
            }
            draft.edits().dropNotNull(name);
            return;
        }
        boolean refused = draft.column(name, alter).first(Kind.NOT_NULL).isPresent();
        draft.edits().setNotNull(name);
        if (!refused && !draft.value(name).computed()) {
            alter.fillNulls()
                    .map(it -> enclosedOnSqlite(it, "What fills column " + place(name)))
                    .ifPresent(fill -> draft.put(draft.value(name).filled(fill)));
            draft.want(probes -> probes.nulls(name, alter.fillNulls().isPresent()));
        }
    }

    private String place(String column) {
        return draft.table() + "." + column;
    }

    private ColumnType declarable(ColumnType type) {
        return draft.parts().strict() ? ColumnType.declared(SqliteTypes.strict(type)) : type;
    }
}
