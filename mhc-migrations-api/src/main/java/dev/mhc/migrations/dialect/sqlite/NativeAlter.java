package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.sqlite.TableState.contains;
import static dev.mhc.migrations.dialect.sqlite.TableState.same;
import static dev.mhc.migrations.dialect.sqlite.TableState.sameAll;

import dev.mhc.migrations.dialect.sqlite.TableState.Reference;
import dev.mhc.migrations.dialect.sqlite.TableText.CheckClause;
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
import dev.mhc.migrations.operation.TableChange.RenameColumn;
import dev.mhc.migrations.operation.TableChange.SetPrimaryKey;
import dev.mhc.migrations.operation.TableChange.ValidateCheck;
import dev.mhc.migrations.operation.TableChange.ValidateForeignKey;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.Column.Generation;
import dev.mhc.migrations.schema.DefaultValue;
import java.util.List;
import java.util.Optional;

/**
 * Decides which changes SQLite's own {@code ALTER TABLE} can do, and which need a rebuild.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html">the rules</a>
 */
final class NativeAlter {

    private static final List<String> ROWID_NAMES = List.of("rowid", "oid", "_rowid_");

    private final SqliteVersion version;

    NativeAlter(SqliteVersion version) {
        this.version = version;
    }

    /** What keeps SQLite from doing {@code change} to the table by itself: a clause of a sentence. */
    Optional<String> obstacle(TableChange change, TableState table) {
        if (change instanceof AddColumn add) {
            return toAdd(add);
        }
        if (change instanceof DropColumn drop) {
            return toDrop(drop.column(), table);
        }
        if (change instanceof RenameColumn || change instanceof ValidateForeignKey || change instanceof ValidateCheck) {
            return Optional.empty();
        }
        if (change instanceof AlterColumn alter) {
            Column column = table.column(alter.column(), change.describe());
            return toAlter(alter, column).or(() -> toFill(alter, column, table));
        }
        if (change instanceof SetPrimaryKey) {
            return because("SQLite has no statement that changes a primary key");
        }
        if (change instanceof AddForeignKey) {
            return because("SQLite has no statement that adds a foreign key");
        }
        if (change instanceof AddUnique) {
            return because("SQLite has no statement that adds a unique constraint");
        }
        if (change instanceof DropUnique) {
            return because("SQLite has no statement that drops a unique constraint");
        }
        if (change instanceof DropForeignKey drop) {
            return toDropForeignKey(drop, table);
        }
        if (change instanceof DropCheck drop && table.isShared(drop.name())) {
            return because("another constraint has the name " + drop.name() + " too");
        }
        if (change instanceof AddCheck || change instanceof DropCheck) {
            return version.altersConstraints() ? Optional.empty() : tooOld("adds or drops a check");
        }
        throw new IllegalStateException("Unknown change: " + change);
    }

    private static Optional<String> because(String reason) {
        return Optional.of(reason);
    }

    private Optional<String> tooOld(String what) {
        return because("SQLite " + version + " has no statement that " + what);
    }

    /**
     * Whether {@code change} may need a rebuild on some table. Told without looking at one, since it decides how the
     * transaction begins.
     */
    boolean mayNeedRebuild(TableChange change) {
        if (change instanceof AddColumn add) {
            return toAdd(add).isPresent();
        }
        if (change instanceof AlterColumn alter) {
            return !version.altersConstraints()
                    || alter.fillNulls().isPresent()
                    || alter.type().isPresent()
                    || alter.newDefault().isPresent();
        }
        if (change instanceof AddCheck) {
            return !version.altersConstraints();
        }
        return !(change instanceof RenameColumn
                || change instanceof ValidateForeignKey
                || change instanceof ValidateCheck);
    }

    private static Optional<String> toAdd(AddColumn add) {
        Optional<DefaultValue> value = add.column().defaultValue().filter(it -> !SqliteDefaults.isNull(it));
        if (contains(ROWID_NAMES, add.column().name())) {
            return because("SQLite adds no column that is called like the rowid");
        }
        if (add.unique()) {
            return because("SQLite adds no column that is UNIQUE");
        }
        if (value.isPresent() && !SqliteDefaults.isConstant(value.get())) {
            return because("SQLite adds no column whose default is not a constant");
        }
        if (value.isPresent() && add.references().isPresent()) {
            return because("SQLite adds no column that has both a foreign key and a default");
        }
        return add.column().generation() == Generation.COMPUTED
                ? because("SQLite adds no computed column that is stored")
                : Optional.empty();
    }

    private Optional<String> toDrop(String column, TableState table) {
        if (contains(ROWID_NAMES, column)) {
            return because("SQLite drops no column that is called like the rowid");
        }
        if (contains(table.primaryKey(), column)) {
            return because("SQLite drops no column of a primary key");
        }
        if (table.uniqueKeys().stream().anyMatch(key -> contains(key, column))) {
            return because("SQLite drops no column of a unique constraint");
        }
        Optional<Reference> reference = table.references().stream()
                .filter(it -> !it.ofColumn() && contains(it.columns(), column))
                .findFirst();
        if (reference.isPresent()) {
            return because("SQLite drops no column that is in a foreign key of the table (to "
                    + reference.get().table() + ")");
        }
        return table.checks().stream()
                .filter(check -> blocksDrop(check, column) && !canDrop(check.name()))
                .findFirst()
                .flatMap(check -> because("SQLite drops no column that a check mentions (" + check.expression() + ")"));
    }

    /** Whether the check does not go away with the column. */
    static boolean blocksDrop(CheckClause check, String column) {
        boolean own = check.owner().filter(owner -> same(owner, column)).isPresent();
        return !own && Expressions.mention(check.expression(), column);
    }

    private boolean canDrop(Optional<String> constraint) {
        return constraint.isPresent() && version.altersConstraints();
    }

    private Optional<String> toAlter(AlterColumn alter, Column column) {
        if (alter.using().isPresent() || changesType(alter, column)) {
            return because("SQLite has no statement that changes the type of a column");
        }
        if (changesDefault(alter, column)) {
            return because("SQLite has no statement that changes the default of a column");
        }
        if (!changesNullability(alter, column)) {
            return Optional.empty();
        }
        return version.altersConstraints() ? Optional.empty() : tooOld("changes whether a column may be NULL");
    }

    /** An UPDATE would do more than fill: run triggers, or meet the rows that have the value already. */
    private static Optional<String> toFill(AlterColumn alter, Column column, TableState table) {
        if (alter.fillNulls().isEmpty() || !column.nullable()) {
            return Optional.empty();
        }
        if (table.hasTriggers()) {
            return because("an UPDATE that fills the gaps would run the table's triggers");
        }
        String fill = alter.fillNulls().get();
        if (Expressions.queries(fill)) {
            return because("what fills column " + column.name() + " queries, and must see the rows as they were");
        }
        if (table.filled().stream().anyMatch(other -> Expressions.mention(fill, other))) {
            return because("what fills column " + column.name() + " looks at a column that is filled too");
        }
        boolean key = contains(table.primaryKey(), column.name())
                || table.uniqueKeys().stream().anyMatch(it -> contains(it, column.name()))
                || table.indexes().stream().anyMatch(it -> it.unique() && ColumnUses.uses(it, column.name()));
        return key
                ? because("column " + column.name() + ", whose gaps are filled, is part of a key")
                : Optional.empty();
    }

    private static boolean changesType(AlterColumn alter, Column column) {
        return alter.type()
                .filter(type -> !(isRowid(column) && SqliteTypes.affinity(type) == Affinity.INTEGER))
                .filter(type -> !SqliteTypes.sameWords(SqliteTypes.declared(type), SqliteTypes.declared(column.type())))
                .isPresent();
    }

    /** The rowid has 64 bits, whatever it is called. */
    private static boolean isRowid(Column column) {
        return column.generation() == Generation.IDENTITY;
    }

    private static boolean changesDefault(AlterColumn alter, Column column) {
        return alter.newDefault()
                .filter(change -> !canonical(change.value(), column).equals(canonical(column.defaultValue(), column)))
                .isPresent();
    }

    private static Optional<String> canonical(Optional<DefaultValue> value, Column column) {
        return value.flatMap(it -> SqliteDefaults.canonical(it, column.type()));
    }

    static boolean changesNullability(AlterColumn alter, Column column) {
        return alter.nullable()
                .filter(nullable -> nullable != column.nullable())
                .isPresent();
    }

    private Optional<String> toDropForeignKey(DropForeignKey drop, TableState table) {
        Optional<Reference> reference = table.references().stream()
                .filter(it -> sameAll(it.columns(), drop.columns()))
                .findFirst();
        if (reference.isEmpty()) {
            return Optional.empty();
        }
        if (reference.get().name().isPresent() && reference.get().confuses()) {
            return because("SQLite does not drop a foreign key that says SET DEFAULT or NOT DEFERRABLE");
        }
        if (reference.get().name().isEmpty()) {
            return because("SQLite has no statement that drops a foreign key without a name");
        }
        if (table.isShared(reference.get().name().get())) {
            return because(
                    "another constraint has the name " + reference.get().name().get() + " too");
        }
        return version.altersConstraints() ? Optional.empty() : tooOld("drops a foreign key");
    }
}
