package dev.mhc.migrations.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.List;

/** Turns a table into the Java code that makes an equal one, as a person would write it. */
final class EntityTableCode {

    private EntityTableCode() {}

    static CodeBlock of(Table table) {
        CodeBlock.Builder code = CodeBlock.builder().add("return $T.named($S)$>$>", Table.class, table.name());
        table.columns().forEach(it -> code.add("\n.column($L)", column(it)));
        table.primaryKey().map(PrimaryKey::columns).ifPresent(it -> code.add("\n.primaryKey($L)", texts(it)));
        table.foreignKeys().forEach(it -> code.add("\n.foreignKey($L)", foreignKey(it)));
        table.uniqueKeys().forEach(it -> code.add("\n.uniqueKey($L)", uniqueKey(it)));
        table.indexes().forEach(it -> code.add("\n.index($L)", index(it)));
        return code.add("\n.build();\n$<$<").build();
    }

    private static CodeBlock column(Column column) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("$T.of($S, $L)", Column.class, column.name(), type(column.type()));
        if (!column.nullable()) {
            code.add(".notNull()");
        }
        column.defaultValue().ifPresent(it -> code.add(".withDefault($L)", defaultValue(it)));
        if (column.generation() != Column.Generation.NONE) {
            code.add(".generated($T.$L)", Column.Generation.class, column.generation());
        }
        return code.build();
    }

    private static CodeBlock type(ColumnType type) {
        String factory = switch (type.kind()) {
            case BOOLEAN -> "bool";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case DECIMAL -> "decimal";
            case REAL -> "real";
            case DOUBLE -> "doublePrecision";
            case CHAR -> "character";
            case VARCHAR -> "varchar";
            case TEXT -> "text";
            case BINARY -> "binary";
            case DATE -> "date";
            case TIME -> "time";
            case TIMESTAMP -> "timestamp";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestampTz";
            case UUID -> "uuid";
            case JSON -> "json";
            case DECLARED -> "declared";
        };
        CodeBlock arguments = type.kind() == ColumnType.Kind.DECLARED
                ? CodeBlock.of("$S", type.declaration())
                : type.arguments().stream().map(it -> CodeBlock.of("$L", it)).collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.$L($L)", ColumnType.class, factory, arguments);
    }

    private static CodeBlock defaultValue(DefaultValue value) {
        // Annotations give a default as SQL text and in no other way.
        if (value instanceof DefaultValue.Expression expression) {
            return CodeBlock.of("new $T($S)", DefaultValue.Expression.class, expression.sql());
        }
        throw new IllegalArgumentException("No annotation gives the default " + value);
    }

    private static CodeBlock foreignKey(ForeignKey key) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add(
                        "$T.of($S, $S, $S)",
                        ForeignKey.class,
                        key.columns().get(0),
                        key.referencedTable(),
                        key.referencedColumns().get(0));
        key.name().ifPresent(it -> code.add(".named($S)", it));
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            code.add(".onDelete($T.$L)", ReferentialAction.class, key.onDelete());
        }
        return code.build();
    }

    private static CodeBlock uniqueKey(UniqueKey key) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($L)", UniqueKey.class, texts(key.columns()));
        key.name().ifPresent(it -> code.add(".named($S)", it));
        return code.build();
    }

    private static CodeBlock index(Index index) {
        CodeBlock parts = index.parts().stream()
                .map(it -> CodeBlock.of(
                        "$T.$L($S)",
                        ClassName.get(Index.class).nestedClass("Part"),
                        it.descending() ? "descending" : "column",
                        it.text()))
                .collect(CodeBlock.joining(", "));
        CodeBlock.Builder code = CodeBlock.builder().add("$T.on($L)", Index.class, parts);
        index.name().ifPresent(it -> code.add(".named($S)", it));
        if (index.unique()) {
            code.add(".refusingDuplicates()");
        }
        return code.build();
    }

    private static CodeBlock texts(List<String> texts) {
        return texts.stream().map(it -> CodeBlock.of("$S", it)).collect(CodeBlock.joining(", "));
    }
}
