package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.SqlSplitter;
import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.AlterTable;
import dev.mhc.migrations.operation.CreateIndex;
import dev.mhc.migrations.operation.CreateTable;
import dev.mhc.migrations.operation.DropIndex;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.Sql;
import dev.mhc.migrations.operation.TableChange;
import dev.mhc.migrations.operation.TableChange.AddCheck;
import dev.mhc.migrations.operation.TableChange.AddColumn;
import dev.mhc.migrations.operation.TableChange.AddForeignKey;
import dev.mhc.migrations.operation.TableChange.AlterColumn;
import dev.mhc.migrations.operation.TableChange.DefaultChange;
import dev.mhc.migrations.operation.TableChange.ValidateCheck;
import dev.mhc.migrations.operation.TableChange.ValidateForeignKey;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType.Kind;
import dev.mhc.migrations.schema.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows what PostgreSQL cannot do in a transaction, or not in the one in which something else was done. */
final class SeparateParts {

    private static final Pattern CREATES_TYPE = Pattern.compile("\\bCREATE\\s+TYPE\\b", Pattern.CASE_INSENSITIVE);

    private SeparateParts() {}

    /** The operation in parts, as far as it has some that cannot share a transaction. */
    static List<Operation> divide(Operation operation) {
        if (operation instanceof ExecuteSql execute) {
            List<String> statements = statements(execute);
            return statements.size() > 1 && statements.stream().anyMatch(SeparateParts::standsAlone)
                    ? statements.stream().<Operation>map(SeparateParts::sql).toList()
                    : List.of(operation);
        }
        if (operation instanceof AlterTable alter && alter.changes().stream().anyMatch(SeparateParts::validates)) {
            return divideAtValidations(alter);
        }
        return List.of(operation);
    }

    private static List<Operation> divideAtValidations(AlterTable alter) {
        List<Operation> parts = new ArrayList<>();
        int from = 0;
        for (int index = 1; index <= alter.changes().size(); index++) {
            if (index == alter.changes().size()
                    || validates(alter.changes().get(index))
                            != validates(alter.changes().get(from))) {
                parts.add(new AlterTable(alter.table(), alter.changes().subList(from, index)));
                from = index;
            }
        }
        return parts;
    }

    private static boolean validates(TableChange change) {
        return change instanceof ValidateForeignKey || change instanceof ValidateCheck;
    }

    private static boolean standsAlone(String statement) {
        return TransactionlessSql.reason(statement).isPresent()
                || TransactionlessSql.addedEnumValue(statement).isPresent();
    }

    private static Operation sql(String statement) {
        return new ExecuteSql(Sql.sqlite(Sql.none()).postgresql(statement));
    }

    static Optional<String> outsideTransaction(Operation part) {
        if (part instanceof CreateIndex create && create.concurrently()) {
            return Optional.of("CREATE INDEX CONCURRENTLY runs only outside of a transaction");
        }
        if (part instanceof DropIndex drop && drop.concurrently()) {
            return Optional.of("DROP INDEX CONCURRENTLY runs only outside of a transaction");
        }
        return part instanceof ExecuteSql execute
                ? statements(execute).stream()
                        .flatMap(sql -> TransactionlessSql.reason(sql).stream())
                        .findFirst()
                : Optional.empty();
    }

    static Optional<String> needsCommitOf(List<Operation> before, Operation part) {
        if (part instanceof AlterTable alter) {
            Optional<String> validated = validatedTooEarly(before, alter);
            if (validated.isPresent()) {
                return validated;
            }
        }
        // What is added to a type of the same transaction may be used in it.
        if (before.stream().anyMatch(it -> CREATES_TYPE.matcher(it.toString()).find())) {
            return Optional.empty();
        }
        return before.stream()
                .filter(ExecuteSql.class::isInstance)
                .flatMap(it -> statements((ExecuteSql) it).stream())
                .flatMap(sql -> TransactionlessSql.addedEnumValue(sql).stream())
                .filter(value -> uses(part, value))
                .findFirst()
                .map(value -> "it uses the value '" + value + "', which is added to an enum before it");
    }

    private static boolean uses(Operation part, String value) {
        return part.toString().contains(SqlWriter.literal(value))
                || defaults(part).anyMatch(new DefaultValue.Text(value)::equals);
    }

    /** Of columns that may be of an enum. */
    private static Stream<DefaultValue> defaults(Operation part) {
        if (part instanceof CreateTable create) {
            return create.table().columns().stream().flatMap(SeparateParts::ofEnum);
        }
        return part instanceof AlterTable alter
                ? alter.changes().stream().flatMap(SeparateParts::defaults)
                : Stream.of();
    }

    private static Stream<DefaultValue> defaults(TableChange change) {
        if (change instanceof AddColumn add) {
            return ofEnum(add.column());
        }
        return change instanceof AlterColumn altered
                ? altered.newDefault().flatMap(DefaultChange::value).stream()
                : Stream.of();
    }

    private static Stream<DefaultValue> ofEnum(Column column) {
        return column.type().kind() == Kind.DECLARED ? column.defaultValue().stream() : Stream.of();
    }

    private static Optional<String> validatedTooEarly(List<Operation> before, AlterTable alter) {
        List<TableChange> added = before.stream()
                .filter(AlterTable.class::isInstance)
                .map(AlterTable.class::cast)
                .filter(it -> it.table().equals(alter.table()))
                .flatMap(it -> it.changes().stream())
                .toList();
        return alter.changes().stream()
                .filter(change -> added.stream().anyMatch(it -> validates(change, it)))
                .findFirst()
                .map(change -> "it validates what is added NOT VALID before it, whose lock would be held until the rows"
                        + " are read");
    }

    private static boolean validates(TableChange change, TableChange added) {
        if (change instanceof ValidateForeignKey validate && added instanceof AddForeignKey add) {
            return add.notValid() && add.foreignKey().columns().equals(validate.columns());
        }
        return change instanceof ValidateCheck validate
                && added instanceof AddCheck add
                && add.notValid()
                && add.check().name().equals(Optional.of(validate.name()));
    }

    /** Nothing for SQL that cannot be read: rendering meets it again, and tells. */
    static List<String> statements(ExecuteSql execute) {
        try {
            return execute.sql().postgresql().map(SqlSplitter::split).orElse(List.of());
        } catch (MigrationException unreadable) {
            return List.of();
        }
    }
}
