package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.sqlite.NewShape.CopiedColumn;
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
import dev.mhc.migrations.operation.TableChange.ValidateCheck;
import dev.mhc.migrations.operation.TableChange.ValidateForeignKey;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the changes of one {@code alterTable} into a new shape: edits the stored text, and says how each column gets its
 * values. No renames: those are SQLite's own.
 */
final class ShapeChange {

    private final ShapeDraft draft;
    private final ColumnChanges columns;
    private final ConstraintChanges constraints;

    private ShapeChange(ShapeDraft draft, Schema others) {
        this.draft = draft;
        this.constraints = new ConstraintChanges(draft, others);
        this.columns = new ColumnChanges(draft, constraints);
    }

    /**
     * The steps that rebuild a table.
     *
     * @param others the tables that new foreign keys reference, where they exist
     * @param reason why SQLite does not do it by itself, a clause of a sentence
     */
    static List<Step> render(AlterTable alter, Table before, Schema others, String reason) {
        ShapeChange change = new ShapeChange(new ShapeDraft(before), others);
        alter.changes().forEach(change::take);
        return change.steps(reason);
    }

    private List<Step> steps(String reason) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Note("table " + draft.table() + " is rebuilt: " + reason));
        draft.dropped().forEach(column -> steps.add(ColumnMentions.refuse(draft.table(), column)));
        steps.addAll(draft.probes().steps());
        steps.addAll(SqliteRebuild.steps(shape()));
        return List.copyOf(steps);
    }

    private NewShape shape() {
        TableParts now = draft.parts();
        List<CopiedColumn> copied = now.columns().stream()
                .map(item -> draft.value(item.column().orElseThrow()))
                .filter(NewValue::copied)
                .map(value -> new CopiedColumn(value.column(), value.sql(), value.keeps()))
                .toList();
        boolean hadRowid = !TableParts.read(draft.definition()).withoutRowid();
        boolean copiesRowid =
                hadRowid && !now.withoutRowid() && now.rowidAlias().isEmpty();
        List<String> objects = draft.before().definition().stream().skip(1).toList();
        return new NewShape(draft.before(), now.sql(), copied, copiesRowid, objects, draft.asked());
    }

    private void take(TableChange change) {
        if (change instanceof ValidateForeignKey validate) {
            constraints.require(validate);
            return;
        }
        if (change instanceof ValidateCheck validate) {
            constraints.require(validate);
            return;
        }
        draft.ask(change.describe());
        if (change instanceof AddColumn add) {
            columns.add(add);
        } else if (change instanceof DropColumn drop) {
            columns.drop(drop);
        } else if (change instanceof AlterColumn alter) {
            columns.alter(alter);
        } else if (change instanceof SetPrimaryKey key) {
            constraints.setPrimaryKey(key);
        } else if (change instanceof AddForeignKey add) {
            constraints.addForeignKey(add);
        } else if (change instanceof DropForeignKey drop) {
            constraints.dropForeignKey(drop);
        } else if (change instanceof AddUnique add) {
            constraints.addUnique(add);
        } else if (change instanceof DropUnique drop) {
            constraints.dropUnique(drop);
        } else if (change instanceof AddCheck add) {
            constraints.addCheck(add);
        } else if (change instanceof DropCheck drop) {
            constraints.dropCheck(drop);
        } else {
            throw new IllegalStateException("No edit for " + change);
        }
    }
}
