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
import dev.mhc.migrations.schema.Check;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds, drops and alters the columns of a shape. */
final class ColumnChanges {

    private static final String ANY = "ANY";

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
            draft.want(List.of(name), probes -> {
                if (!draft.value(name).copied()) {
                    probes.rows(name);
                }
            });
        }
        if (add.unique()) {
            draft.wantDistinct(List.of(name), "a unique constraint on");
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
        draft.drop(name);
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
        Affinity affinity = affinity(declared);
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
            draft.edits().dropNumbering();
            draft.edits().setNotNull(name);
        }
        // A BLOB column of a STRICT table takes only some of what an ANY column takes.
        boolean narrower = draft.parts().strict() && affinity == Affinity.BLOB && !declared.equalsIgnoreCase(ANY);
        boolean sameAffinity =
                affinity(old) == affinity && !narrower && alter.using().isEmpty();
        Conversion conversion = new Conversion(type, affinity, sameAffinity);
        draft.put(draft.value(name)
                .converted(
                        alter.using()
                                .map(it -> expression(it, "The conversion of column " + place(name)))
                                .orElse(draft.value(name).sql()),
                        conversion,
                        sameAffinity));
        draft.want(
                List.of(name),
                probes -> probes.misfits(name, conversion, alter.using().isPresent()));
        boolean becomesRowid = !rowid
                && draft.parts().rowidAlias().filter(it -> same(it, name)).isPresent();
        if (becomesRowid) {
            // A NULL would be given a number.
            draft.want(List.of(name), probes -> probes.nulls(name, false));
        }
        requireConstraints(alter, name);
    }

    /** What the table demands already, of values that are other ones now. */
    private void requireConstraints(AlterColumn alter, String name) {
        requireKeys(name);
        alter.using().ifPresent(using -> {
            draft.wantNoNull(name, alter.fillNulls().isPresent());
            draft.want(List.of(name), probes -> {
                if (draft.before().column(name).isPresent()
                        && draft.column(name, alter).first(Kind.NOT_NULL).isEmpty()) {
                    probes.emptied(name);
                }
            });
        });
        for (Clause check : draft.parts().all(Kind.CHECK)) {
            if (Expressions.mention(check.text(), name)) {
                draft.wantCheck(new Check(check.name(), check.text()));
            }
        }
    }

    /** In a STRICT table ANY is no affinity: every value stays as it is. */
    private Affinity affinity(String declared) {
        return draft.parts().strict() && declared.equalsIgnoreCase(ANY) ? Affinity.BLOB : Affinity.of(declared);
    }

    /** Other values than before could collide in a key. */
    private void requireKeys(String column) {
        keysOf(column).forEach(key -> draft.wantDistinct(key.columns(), "the key"));
        draft.before().indexes().stream()
                .filter(index -> index.unique() && index.where().isEmpty() && !collates(index))
                .flatMap(index -> index.columns().stream())
                .filter(columns -> contains(columns, column))
                .forEach(columns -> draft.want(columns, probes -> probes.duplicates(columns, "the unique index on")));
    }

    /** Whether it compares in another way than its columns may. */
    private boolean collates(Index index) {
        return draft.before().definition().stream()
                .skip(1)
                .map(Token::read)
                .filter(tokens -> index.name().stream()
                        .anyMatch(name -> tokens.stream().limit(4).anyMatch(token -> token.names(name))))
                .anyMatch(tokens -> tokens.stream().anyMatch(token -> token.is("COLLATE")));
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
                    .map(it -> expression(it, "What fills column " + place(name)))
                    .ifPresent(fill -> {
                        draft.put(draft.value(name).filled(fill));
                        requireKeys(name);
                    });
            draft.wantNoNull(name, alter.fillNulls().isPresent());
        }
    }

    /** An expression over the old row, in which a column that is added means what it gets. */
    private String expression(String sql, String subject) {
        String enclosed = enclosedOnSqlite(sql, subject);
        if (Expressions.hasWindow(sql)) {
            throw ErrorCode.BAD_DEFINITION.with(
                    subject, "it looks at other rows (OVER), and the rows are copied range by range: " + sql.strip());
        }
        // In a query, the name is more likely the column of another table.
        for (NewValue value : Expressions.queries(sql) ? List.<NewValue>of() : draft.added()) {
            enclosed = Expressions.replace(enclosed, value.column(), "(" + value.sql() + ")");
        }
        return enclosed;
    }

    private String place(String column) {
        return draft.table() + "." + column;
    }

    private ColumnType declarable(ColumnType type) {
        return draft.parts().strict() ? ColumnType.declared(SqliteTypes.strict(type)) : type;
    }
}
