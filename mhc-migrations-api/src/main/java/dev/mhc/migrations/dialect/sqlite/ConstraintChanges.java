package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;
import static dev.mhc.migrations.dialect.SqlWriter.identifiers;
import static dev.mhc.migrations.dialect.sqlite.TableState.same;

import dev.mhc.migrations.dialect.sqlite.TableParts.Clause;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.operation.TableChange.AddCheck;
import dev.mhc.migrations.operation.TableChange.AddForeignKey;
import dev.mhc.migrations.operation.TableChange.AddUnique;
import dev.mhc.migrations.operation.TableChange.DropCheck;
import dev.mhc.migrations.operation.TableChange.DropForeignKey;
import dev.mhc.migrations.operation.TableChange.DropUnique;
import dev.mhc.migrations.operation.TableChange.SetPrimaryKey;
import dev.mhc.migrations.operation.TableChange.ValidateCheck;
import dev.mhc.migrations.operation.TableChange.ValidateForeignKey;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.util.List;
import java.util.Optional;

/** Adds, drops and moves the constraints of a shape, found by their columns. */
final class ConstraintChanges {

    private final ShapeDraft draft;
    private final Schema others;

    /**
     * Of one shape.
     *
     * @param others the tables that new foreign keys reference, where they exist
     */
    ConstraintChanges(ShapeDraft draft, Schema others) {
        this.draft = draft;
        this.others = others;
    }

    void setPrimaryKey(SetPrimaryKey change) {
        List<String> columns = change.columns().stream()
                .map(it -> draft.column(it, change).column().orElseThrow())
                .toList();
        Optional<Clause> old = draft.parts().all(Kind.PRIMARY_KEY).stream().findFirst();
        if (old.filter(it -> it.isAbout(columns)).isPresent()) {
            return;
        }
        if (draft.parts().numbered()) {
            draft.ask("with it AUTOINCREMENT");
        }
        // What was the key refuses NULL as long as nobody says otherwise.
        if (draft.parts().withoutRowid() || draft.parts().strict()) {
            draft.parts().primaryKey().forEach(draft.edits()::setNotNull);
        }
        draft.parts().rowidAlias().ifPresent(draft.edits()::setNotNull);
        // Found again: the edit has moved it.
        draft.parts().all(Kind.PRIMARY_KEY).stream().findFirst().ifPresent(draft.edits()::remove);
        for (String column : columns) {
            boolean refuses = draft.column(column, change).first(Kind.NOT_NULL).isPresent();
            draft.edits().setNotNull(column);
            if (!refuses) {
                draft.wantNoNull(column, false);
            }
        }
        if (columns.size() == 1) {
            draft.edits().addClause(columns.get(0), "PRIMARY KEY");
        } else {
            draft.edits().addConstraint("PRIMARY KEY (" + identifiers(columns) + ")");
        }
        draft.wantDistinct(columns, "the primary key");
    }

    void addForeignKey(AddForeignKey add) {
        ForeignKey key = add.foreignKey();
        key.columns().forEach(column -> draft.column(column, add));
        if (key.columns().size() == 1) {
            String name =
                    key.name().map(it -> "CONSTRAINT " + identifier(it) + " ").orElse("");
            draft.edits().addClause(key.columns().get(0), name + SqliteDdl.references(key));
        } else {
            draft.edits().addConstraint(SqliteDdl.foreignKey(key));
        }
        requireParents(add, key);
    }

    /** A key that leads nowhere is refused now: SQLite would take it, and refuse every row later. */
    void requireParents(TableChange change, ForeignKey key) {
        boolean itself = same(key.referencedTable(), draft.table());
        if (itself) {
            key.referencedColumns().forEach(column -> draft.column(column, change));
        } else {
            Table parent = others.tables().stream()
                    .filter(table -> same(table.name(), key.referencedTable()))
                    .findFirst()
                    .orElseThrow(() -> ErrorCode.NO_SUCH_TABLE.with(change.describe(), key.referencedTable(), ""));
            ColumnUses.requireKey(change, key, parent);
        }
        draft.want(key.columns(), probes -> {
            boolean readable = !itself
                    || key.referencedColumns().stream()
                            .allMatch(column -> draft.value(column).keeps());
            if (readable
                    && key.columns().stream()
                            .noneMatch(column -> draft.value(column).computed())) {
                probes.orphans(key);
            }
        });
    }

    void addUnique(AddUnique add) {
        List<String> columns = add.key().columns();
        columns.forEach(column -> draft.column(column, add));
        String name =
                add.key().name().map(it -> "CONSTRAINT " + identifier(it) + " ").orElse("");
        if (columns.size() == 1) {
            draft.edits().addClause(columns.get(0), name + "UNIQUE");
        } else {
            draft.edits().addConstraint(name + "UNIQUE (" + identifiers(columns) + ")");
        }
        draft.wantDistinct(columns, "a unique constraint on");
    }

    private Clause constraint(TableChange change, Kind kind, List<String> columns, String what) {
        List<Clause> all = draft.parts().all(kind);
        // A table may have UNIQUE (a, b) beside UNIQUE (b, a).
        return all.stream()
                .filter(clause -> clause.isAbout(columns))
                .findFirst()
                .or(() -> all.stream()
                        .filter(clause -> clause.isAboutAllOf(columns))
                        .findFirst())
                .orElseThrow(() -> ErrorCode.NO_SUCH_CONSTRAINT.with(
                        change.describe(),
                        draft.table(),
                        what + String.join(", ", columns),
                        ColumnUses.choice(draft.before(), kind, columns, all)));
    }

    void dropCheck(DropCheck drop) {
        draft.edits().remove(check(drop, drop.name()));
    }

    private Clause check(TableChange change, String name) {
        List<Clause> checks = draft.parts().all(Kind.CHECK);
        return checks.stream()
                .filter(clause -> clause.isNamed(name))
                .findFirst()
                .orElseThrow(() -> ErrorCode.NO_SUCH_CONSTRAINT.with(
                        change.describe(),
                        draft.table(),
                        "check " + name,
                        Suggestion.among(
                                checks.stream()
                                        .flatMap(clause -> clause.name().stream())
                                        .toList(),
                                name)));
    }

    /** All rows satisfy what SQLite has, so there is nothing more to look at. */
    void require(ValidateForeignKey validate) {
        constraint(validate, Kind.FOREIGN_KEY, validate.columns(), "foreign key on ");
    }

    /** All rows satisfy what SQLite has, so there is nothing more to look at. */
    void require(ValidateCheck validate) {
        check(validate, validate.name());
    }

    void dropForeignKey(DropForeignKey drop) {
        draft.edits().remove(constraint(drop, Kind.FOREIGN_KEY, drop.columns(), "foreign key on "));
    }

    void dropUnique(DropUnique drop) {
        draft.edits().remove(constraint(drop, Kind.UNIQUE, drop.columns(), "unique constraint on "));
    }

    void addCheck(AddCheck add) {
        draft.edits().addConstraint(SqliteDdl.check(add.check()));
        draft.wantCheck(add.check());
    }
}
