package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SchemaTextWriter} writes. */
final class SchemaTextReader {

    private static final Map<String, ColumnType> TYPES = types();

    private final SchemaTokens tokens;
    private final List<Table> tables = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();

    SchemaTextReader(String text) {
        tokens = new SchemaTokens(text);
    }

    private static Map<String, ColumnType> types() {
        Map<String, ColumnType> types = new HashMap<>();
        for (ColumnType.Kind kind : ColumnType.Kind.values()) {
            ColumnType type = ColumnType.of(kind);
            types.put(type.toString(), type);
        }
        types.remove(ColumnType.declared("").toString());
        return types;
    }

    Schema schema() {
        Table.@Nullable Builder table = null;
        while (!tokens.atEnd()) {
            if (tokens.takeEndOfLine()) {
                continue;
            }
            if (tokens.take("table")) {
                finish(table);
                table = Table.named(tokens.name("the name of a table"));
            } else if (tokens.take("sequence")) {
                sequences.add(sequence());
            } else if (table == null) {
                throw tokens.unexpected("table or sequence");
            } else {
                part(table);
            }
            tokens.endLine();
        }
        finish(table);
        return new Schema(tables, List.of(), sequences);
    }

    private void finish(Table.@Nullable Builder table) {
        if (table != null) {
            tables.add(table.build());
        }
    }

    private Sequence sequence() {
        String name = tokens.name("the name of a sequence");
        return tokens.take("increment") ? Sequence.of(name, tokens.number()) : Sequence.named(name);
    }

    private void part(Table.Builder table) {
        if (tokens.take("primary", "key")) {
            table.primaryKey(new PrimaryKey(constraintName(), names()));
        } else if (tokens.take("foreign", "key")) {
            table.foreignKey(foreignKey());
        } else if (tokens.take("check")) {
            Optional<String> name = constraintName();
            table.check(new Check(name, tokens.quoted("a condition"), !tokens.take("not", "valid")));
        } else if (tokens.take("index")) {
            table.index(index(false));
        } else if (tokens.take("unique")) {
            if (tokens.take("index")) {
                table.index(index(true));
            } else {
                table.uniqueKey(new UniqueKey(constraintName(), names(), nullsNotDistinct()));
            }
        } else {
            table.column(column());
        }
    }

    private Column column() {
        String name = tokens.name("the name of a column");
        ColumnType type = type();
        boolean nullable = !tokens.take("not", "null");
        Optional<DefaultValue> defaultValue = tokens.take("default") ? Optional.of(defaultValue()) : Optional.empty();
        Generation generation = tokens.take("identity")
                ? Generation.IDENTITY
                : tokens.take("computed") ? Generation.COMPUTED : Generation.NONE;
        Optional<String> expression = quotedAfter("as");
        boolean always = tokens.take("always");
        Optional<String> sequence =
                tokens.take("from") ? Optional.of(tokens.name("the name of a sequence")) : Optional.empty();
        boolean narrow = tokens.take("narrow");
        Column.Numbering numbering = always || narrow || sequence.isPresent()
                ? new Column.Numbering(always, sequence, narrow)
                : Column.Numbering.PLAIN;
        return new Column(name, type, nullable, defaultValue, generation, expression, numbering);
    }

    private ColumnType type() {
        if (tokens.isQuoted()) {
            String declaration = tokens.quoted("a type");
            return new ColumnType(ColumnType.Kind.DECLARED, arguments(), declaration);
        }
        ColumnType plain = TYPES.get(typeLabel());
        if (plain == null) {
            throw tokens.unexpected("a type");
        }
        List<Integer> arguments = arguments();
        return arguments.isEmpty() ? plain : new ColumnType(plain.kind(), arguments, "");
    }

    /** The words of a type with a name; empty if none begins here. */
    private String typeLabel() {
        if (tokens.take("double", "precision")) {
            return ColumnType.doublePrecision().toString();
        }
        if (tokens.take("timestamp")) {
            return (tokens.take("with", "time", "zone") ? ColumnType.timestampTz() : ColumnType.timestamp()).toString();
        }
        return tokens.takeAny(TYPES.keySet());
    }

    private List<Integer> arguments() {
        if (!tokens.takeSign('(')) {
            return List.of();
        }
        List<Integer> arguments = new ArrayList<>(2);
        do {
            arguments.add(tokens.size());
        } while (tokens.takeSign(','));
        tokens.expectSign(')');
        return arguments;
    }

    private DefaultValue defaultValue() {
        if (tokens.isQuoted()) {
            return new DefaultValue.Expression(tokens.quoted("an expression"));
        }
        if (tokens.take("text")) {
            return new DefaultValue.Text(tokens.quoted("a text"));
        }
        if (tokens.take("number")) {
            return new DefaultValue.Numeric(tokens.decimal());
        }
        if (tokens.take("now")) {
            return new DefaultValue.Now();
        }
        if (tokens.take("true")) {
            return new DefaultValue.Bool(true);
        }
        tokens.expect("false");
        return new DefaultValue.Bool(false);
    }

    private ForeignKey foreignKey() {
        Optional<String> name = constraintName();
        List<String> columns = names();
        tokens.expect("references");
        String table = tokens.name("the name of a table");
        List<String> referenced = names();
        ReferentialAction onDelete = ReferentialAction.NO_ACTION;
        ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
        while (tokens.take("on")) {
            if (tokens.take("delete")) {
                onDelete = action();
            } else {
                tokens.expect("update");
                onUpdate = action();
            }
        }
        List<String> setColumns = tokens.take("setting") ? names() : List.of();
        boolean matchFull = tokens.take("match", "full");
        boolean deferrable = tokens.take("deferrable");
        boolean validated = !tokens.take("not", "valid");
        return new ForeignKey(
                name,
                columns,
                table,
                referenced,
                onDelete,
                onUpdate,
                deferrable,
                new ForeignKey.Traits(matchFull, setColumns, validated));
    }

    private ReferentialAction action() {
        if (tokens.take("cascade")) {
            return ReferentialAction.CASCADE;
        }
        if (tokens.take("restrict")) {
            return ReferentialAction.RESTRICT;
        }
        tokens.expect("set");
        if (tokens.take("null")) {
            return ReferentialAction.SET_NULL;
        }
        tokens.expect("default");
        return ReferentialAction.SET_DEFAULT;
    }

    private Index index(boolean unique) {
        Optional<String> name = constraintName();
        List<Index.Part> parts = new ArrayList<>();
        tokens.expectSign('(');
        do {
            parts.add(indexPart());
        } while (tokens.takeSign(','));
        tokens.expectSign(')');
        String method = tokens.take("using") ? tokens.name("a method") : "";
        List<String> include = tokens.take("include") ? names() : List.of();
        boolean nullsNotDistinct = nullsNotDistinct();
        Optional<String> where = quotedAfter("where");
        boolean valid = !tokens.take("not", "valid");
        return new Index(name, parts, unique, where, new Index.Traits(method, include, nullsNotDistinct, valid));
    }

    private Index.Part indexPart() {
        boolean expression = tokens.take("expression");
        String text = expression ? tokens.quoted("an expression") : tokens.name("the name of a column");
        boolean descending = tokens.take("desc");
        return new Index.Part(
                text, expression, descending, quotedAfter("options").orElse(""));
    }

    private boolean nullsNotDistinct() {
        return tokens.take("nulls", "not", "distinct");
    }

    private Optional<String> quotedAfter(String word) {
        return tokens.take(word) ? Optional.of(tokens.quoted("what follows " + word)) : Optional.empty();
    }

    private Optional<String> constraintName() {
        return tokens.take("named") ? Optional.of(tokens.name("a name")) : Optional.empty();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(2);
        tokens.expectSign('(');
        do {
            names.add(tokens.name("the name of a column"));
        } while (tokens.takeSign(','));
        tokens.expectSign(')');
        return names;
    }
}
