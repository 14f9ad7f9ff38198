package dev.mhc.migrations.dialect.postgresql;

import static dev.mhc.migrations.dialect.SqlExpression.enclosedOnPostgresql;
import static dev.mhc.migrations.dialect.postgresql.PostgresqlNames.identifier;

import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ColumnType.Kind;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Renders one {@code alterTable}: a statement or a few for each change, in the order written. */
final class PostgresqlAlter {

    private static final Set<Kind> NUMBERS = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    /** Types among which the server assigns a value of the one to a column of the other. */
    private static final List<Set<Kind>> FAMILIES = List.of(
            Set.of(Kind.CHAR, Kind.VARCHAR, Kind.TEXT),
            Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.DECIMAL, Kind.REAL, Kind.DOUBLE));

    private final TableState table;
    private final String alter;
    private final List<Step> steps = new ArrayList<>();

    private PostgresqlAlter(Table live) {
        this.table = new TableState(live);
        this.alter = "ALTER TABLE " + PostgresqlNames.table(live.name()) + " ";
    }

    /** The steps that change {@code live}. */
    static List<Step> render(AlterTable operation, Table live) {
        PostgresqlAlter rendering = new PostgresqlAlter(live);
        operation.changes().forEach(rendering::render);
        return List.copyOf(rendering.steps);
    }

    /** What {@code live} is like after the changes. */
    static Table foresee(AlterTable operation, Table live) {
        PostgresqlAlter rendering = new PostgresqlAlter(live);
        operation.changes().forEach(rendering::render);
        return rendering.table.table();
    }

    private void render(TableChange change) {
        if (change instanceof TableChange.AddColumn add) {
            addColumn(add);
        } else if (change instanceof TableChange.DropColumn drop) {
            alter("DROP COLUMN " + identifier(drop.column()));
            table.dropColumn(drop.column());
        } else if (change instanceof TableChange.RenameColumn rename) {
            alter("RENAME COLUMN " + identifier(rename.from()) + " TO " + identifier(rename.to()));
            table.renameColumn(rename.from(), rename.to());
        } else if (change instanceof TableChange.AlterColumn column) {
            alterColumn(column, table.column(column.column(), column.describe()));
        } else if (change instanceof TableChange.SetPrimaryKey key) {
            setPrimaryKey(key);
        } else if (change instanceof TableChange.AddForeignKey add) {
            alter("ADD " + PostgresqlDdl.foreignKey(add.foreignKey()) + notValid(add.notValid()));
            table.add(add.foreignKey());
        } else if (change instanceof TableChange.ValidateForeignKey validate) {
            table.foreignKeys(validate.columns(), validate.describe()).forEach(this::validateConstraint);
        } else if (change instanceof TableChange.DropForeignKey drop) {
            dropForeignKey(drop);
        } else if (change instanceof TableChange.AddUnique add) {
            alter("ADD " + PostgresqlDdl.unique(add.key()));
            table.add(add.key());
        } else if (change instanceof TableChange.DropUnique drop) {
            dropConstraint(table.dropUnique(drop.columns(), drop.describe()));
        } else if (change instanceof TableChange.AddCheck add) {
            alter("ADD " + PostgresqlDdl.check(add.check()) + notValid(add.notValid()));
        } else if (change instanceof TableChange.ValidateCheck validate) {
            validateConstraint(validate.name());
        } else if (change instanceof TableChange.DropCheck drop) {
            dropConstraint(drop.name());
        } else {
            throw new IllegalStateException("Unknown change: " + change);
        }
    }

    private void setPrimaryKey(TableChange.SetPrimaryKey key) {
        if (key.columns().equals(table.keyColumns())) {
            return;
        }
        table.primaryKey().ifPresent(this::dropConstraint);
        alter("ADD " + PostgresqlDdl.primaryKey(new PrimaryKey(Optional.empty(), key.columns())));
        table.setPrimaryKey(key.columns());
    }

    private void dropForeignKey(TableChange.DropForeignKey drop) {
        int same = table.foreignKeys(drop.columns(), drop.describe()).size();
        String name = table.dropForeignKey(drop.columns(), drop.describe());
        if (same > 1) {
            steps.add(new Step.Note("table " + table.name() + " has " + same + " foreign keys of "
                    + String.join(", ", drop.columns()) + "; dropped is " + name));
        }
        dropConstraint(name);
    }

    private static String notValid(boolean notValid) {
        return notValid ? " NOT VALID" : "";
    }

    private void validateConstraint(String name) {
        alter("VALIDATE CONSTRAINT " + identifier(name));
    }

    private void addColumn(TableChange.AddColumn add) {
        alter("ADD COLUMN "
                + PostgresqlDdl.column(
                        add.column(),
                        false,
                        add.unique(),
                        add.references().stream().toList()));
        table.add(add);
    }

    private void alterColumn(TableChange.AlterColumn change, Column live) {
        refuseOfDatabase(change, live);
        change.type().ifPresent(type -> changeType(change, live, type));
        if (change.nullable().isPresent()) {
            changeNullness(change, change.nullable().get());
        }
        change.newDefault()
                .ifPresent(it -> setDefault(change, it.value(), change.type().orElse(live.type())));
        table.change(live, change);
    }

    private void refuseOfDatabase(TableChange.AlterColumn change, Column live) {
        if (change.nullable().filter(it -> it).isPresent() && table.keyColumns().contains(change.column())) {
            throw refusal(change, "it is part of the primary key, which is never NULL");
        }
        if (live.generation() == Column.Generation.IDENTITY) {
            if (change.type().filter(type -> !NUMBERS.contains(type.kind())).isPresent()) {
                throw refusal(
                        change,
                        "the database numbers it, so it stays a smallint, an integer or a bigint; add another column for"
                                + " " + PostgresqlTypes.sql(change.type().get()));
            }
            if (change.newDefault().isPresent()) {
                throw refusal(change, "the database numbers it, so it has no other default");
            }
        }
        if (live.generation() == Column.Generation.COMPUTED
                && (change.newDefault().isPresent() || change.fillNulls().isPresent())) {
            throw refusal(change, "it is computed from other columns, so nothing else can be stored in it");
        }
    }

    private MigrationException refusal(TableChange.AlterColumn change, String why) {
        return ErrorCode.BAD_DEFINITION.with("Column " + table.name() + "." + change.column(), why);
    }

    /**
     * PostgreSQL fails on a default that it does not convert by itself, so that one is taken away and made anew. The
     * others stay: what is made anew reaches partitions and children, which may have defaults of their own.
     */
    private void changeType(TableChange.AlterColumn change, Column live, ColumnType type) {
        boolean defaultStands = live.generation() == Column.Generation.NONE
                && live.defaultValue().isPresent()
                && !convertsDefault(live.type(), type);
        if (defaultStands) {
            setDefault(change, Optional.empty(), type);
        }
        alterColumn(
                change,
                "TYPE " + PostgresqlTypes.sql(type)
                        + change.using()
                                .map(sql -> " USING " + enclosedOnPostgresql(sql, "What converts " + subject(change)))
                                .orElse(""));
        if (defaultStands && change.newDefault().isEmpty()) {
            setDefault(change, live.defaultValue(), type);
        }
        // A column of a serial type has a sequence of its own, which has a type of its own.
        live.numbering()
                .sequence()
                .ifPresent(sequence -> steps.add(
                        Step.Statement.of("ALTER SEQUENCE " + sequence + " AS " + PostgresqlTypes.sql(type))));
        // A domain that refuses NULL does so for its columns; with another type they would not.
        if (live.type().kind() == Kind.DECLARED
                && !live.nullable()
                && change.nullable().isEmpty()) {
            alterColumn(change, "SET NOT NULL");
        }
    }

    private static boolean convertsDefault(ColumnType from, ColumnType to) {
        return PostgresqlTypes.canonical(from).equals(PostgresqlTypes.canonical(to))
                || FAMILIES.stream().anyMatch(family -> family.contains(from.kind()) && family.contains(to.kind()));
    }

    private void changeNullness(TableChange.AlterColumn change, boolean nullable) {
        change.fillNulls()
                .ifPresent(
                        sql -> fillNulls(change.column(), enclosedOnPostgresql(sql, "What fills " + subject(change))));
        alterColumn(change, nullable ? "DROP NOT NULL" : "SET NOT NULL");
    }

    private void fillNulls(String column, String sql) {
        String name = identifier(column);
        steps.add(new Step.Statement(
                "UPDATE " + PostgresqlNames.table(table.name()) + " SET " + name + " = " + sql + " WHERE " + name
                        + " IS NULL",
                "fill what must not be null"));
        List<String> deferred = table.deferred();
        if (!deferred.isEmpty()) {
            String constraints = "SET CONSTRAINTS "
                    + deferred.stream().map(table::constraint).collect(Collectors.joining(", "));
            steps.add(new Step.Statement(
                    constraints + " IMMEDIATE", "a table with checks that wait for COMMIT cannot be altered"));
            steps.add(Step.Statement.of(constraints + " DEFERRED"));
        }
    }

    private String subject(TableChange.AlterColumn change) {
        return "column " + table.name() + "." + change.column();
    }

    private void setDefault(TableChange.AlterColumn change, Optional<DefaultValue> value, ColumnType type) {
        alterColumn(
                change,
                value.map(it -> "SET DEFAULT " + PostgresqlDefaults.sql(it, type))
                        .orElse("DROP DEFAULT"));
    }

    private void alterColumn(TableChange.AlterColumn change, String sql) {
        alter("ALTER COLUMN " + identifier(change.column()) + " " + sql);
    }

    private void dropConstraint(String name) {
        alter("DROP CONSTRAINT " + identifier(name));
    }

    private void alter(String change) {
        steps.add(Step.Statement.of(alter + change));
    }
}
