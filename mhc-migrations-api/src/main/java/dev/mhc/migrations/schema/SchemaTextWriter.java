package dev.mhc.migrations.schema;

import dev.mhc.migrations.schema.Column.Generation;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes tables and sequences as {@link SchemaTextReader} reads them. */
final class SchemaTextWriter {

    private final StringBuilder text = new StringBuilder();

    SchemaTextWriter table(Table table) {
        word("table").name(table.name()).endLine();
        table.columns().forEach(this::column);
        table.primaryKey().ifPresent(this::primaryKey);
        table.foreignKeys().forEach(this::foreignKey);
        table.uniqueKeys().forEach(this::uniqueKey);
        table.checks().forEach(this::check);
        table.indexes().forEach(this::index);
        return this;
    }

    SchemaTextWriter sequence(Sequence sequence) {
        word("sequence").name(sequence.name());
        sequence.increment().ifPresent(it -> word("increment").word(Long.toString(it)));
        return endLine();
    }

    private void column(Column column) {
        beginPart().name(column.name()).type(column.type()).wordIf(!column.nullable(), "not null");
        column.defaultValue().ifPresent(it -> word("default").defaultValue(it));
        wordIf(
                column.generation() != Generation.NONE,
                column.generation().name().toLowerCase(Locale.ROOT));
        column.expression().ifPresent(it -> word("as").quoted(it));
        Column.Numbering numbering = column.numbering();
        wordIf(numbering.always(), "always");
        numbering.sequence().ifPresent(it -> word("from").name(it));
        wordIf(numbering.narrow(), "narrow").endLine();
    }

    private SchemaTextWriter type(ColumnType type) {
        if (type.kind() != ColumnType.Kind.DECLARED) {
            return word(type.toString());
        }
        quoted(type.declaration());
        if (!type.arguments().isEmpty()) {
            word(type.arguments().toString().replace('[', '(').replace(']', ')'));
        }
        return this;
    }

    private void defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.Expression expression) {
            quoted(expression.sql());
        } else if (value instanceof DefaultValue.Text constant) {
            word("text").quoted(constant.value());
        } else if (value instanceof DefaultValue.Numeric number) {
            word("number").quoted(number.value().toString());
        } else if (value instanceof DefaultValue.Bool bool) {
            word(Boolean.toString(bool.value()));
        } else {
            word("now");
        }
    }

    private void primaryKey(PrimaryKey key) {
        beginPart().word("primary key").named(key.name()).names(key.columns()).endLine();
    }

    private void foreignKey(ForeignKey key) {
        beginPart().word("foreign key").named(key.name()).names(key.columns());
        word("references").name(key.referencedTable()).names(key.referencedColumns());
        action("on delete", key.onDelete());
        action("on update", key.onUpdate());
        ForeignKey.Traits traits = key.traits();
        if (!traits.setColumns().isEmpty()) {
            word("setting").names(traits.setColumns());
        }
        wordIf(traits.matchFull(), "match full");
        wordIf(key.deferrable(), "deferrable");
        wordIf(!traits.validated(), "not valid").endLine();
    }

    private void action(String event, ReferentialAction action) {
        wordIf(action != ReferentialAction.NO_ACTION, event + ' ' + action.sql().toLowerCase(Locale.ROOT));
    }

    private void uniqueKey(UniqueKey key) {
        beginPart().word("unique").named(key.name()).names(key.columns());
        wordIf(key.nullsNotDistinct(), "nulls not distinct").endLine();
    }

    private void check(Check check) {
        beginPart().word("check").named(check.name()).quoted(check.expression());
        wordIf(!check.validated(), "not valid").endLine();
    }

    private void index(Index index) {
        beginPart().wordIf(index.unique(), "unique").word("index").named(index.name());
        blank();
        text.append('(');
        for (Iterator<Index.Part> parts = index.parts().iterator(); parts.hasNext(); ) {
            part(parts.next());
            text.append(parts.hasNext() ? ", " : ")");
        }
        Index.Traits traits = index.traits();
        if (!traits.method().isEmpty()) {
            word("using").name(traits.method());
        }
        if (!traits.include().isEmpty()) {
            word("include").names(traits.include());
        }
        wordIf(traits.nullsNotDistinct(), "nulls not distinct");
        index.where().ifPresent(it -> word("where").quoted(it));
        wordIf(!traits.valid(), "not valid").endLine();
    }

    private void part(Index.Part part) {
        if (part.expression()) {
            word("expression").quoted(part.text());
        } else {
            name(part.text());
        }
        wordIf(part.descending(), "desc");
        if (!part.options().isEmpty()) {
            word("options").quoted(part.options());
        }
    }

    private SchemaTextWriter named(Optional<String> name) {
        name.ifPresent(it -> word("named").name(it));
        return this;
    }

    private SchemaTextWriter names(List<String> names) {
        blank();
        text.append('(');
        for (int i = 0; i < names.size(); i++) {
            text.append(i > 0 ? ", " : "");
            name(names.get(i));
        }
        text.append(')');
        return this;
    }

    private SchemaTextWriter name(String name) {
        return SchemaTokens.isPlainName(name) ? word(name) : quoted(name);
    }

    private SchemaTextWriter quoted(String value) {
        blank();
        SchemaTokens.quote(value, text);
        return this;
    }

    private SchemaTextWriter wordIf(boolean condition, String word) {
        return condition ? word(word) : this;
    }

    private SchemaTextWriter word(String word) {
        blank();
        text.append(word);
        return this;
    }

    private SchemaTextWriter beginPart() {
        text.append("  ");
        return this;
    }

    private SchemaTextWriter endLine() {
        text.append('\n');
        return this;
    }

    /** Parts what follows from what stands before it in the line. */
    private void blank() {
        int length = text.length();
        if (length > 0 && " \n(".indexOf(text.charAt(length - 1)) < 0) {
            text.append(' ');
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
