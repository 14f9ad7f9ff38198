package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Finds out with which columns a table references the rows of an entity. */
final class EntityReferences {

    private static final Pattern ACTION = Pattern.compile(
            "\\bon\\s+(delete|update)\\s+(cascade|restrict|set\\s+null|set\\s+default|no\\s+action)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A column to be, and the one that it references. */
    private record Pair(Optional<EntityAnnotation> written, EntityColumn referenced) {}

    private final EntityContext context;
    private final EntityHierarchy hierarchy;
    private final EntityTargets targets;

    EntityReferences(EntityContext context, EntityHierarchy hierarchy, EntityTargets targets) {
        this.context = context;
        this.hierarchy = hierarchy;
        this.targets = targets;
    }

    /**
     * The columns that reference {@code target}.
     *
     * @param written the annotations that say something of the columns; none for the default
     * @param foreignKeys what is said of the constraint
     * @param defaultName makes the name of a column from that of the one it references
     * @return empty if that is not understood, which is a finding
     */
    Optional<EntityReference> to(
            TypeElement target,
            List<EntityAnnotation> written,
            List<EntityAnnotation> foreignKeys,
            UnaryOperator<String> defaultName,
            EntityAttribute attribute,
            EntityFindings findings) {
        Optional<List<Pair>> pairs = pairs(target, written, attribute, findings);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<EntityColumn> columns = new ArrayList<>();
        for (Pair pair : pairs.get()) {
            columns.add(column(pair, defaultName, attribute, findings));
        }
        return Optional.of(new EntityReference(columns, constraint(target, pairs.get(), columns, foreignKeys)));
    }

    private Optional<List<Pair>> pairs(
            TypeElement target, List<EntityAnnotation> written, EntityAttribute attribute, EntityFindings findings) {
        Optional<List<EntityColumn>> key = targets.identifier(target);
        if (key.isEmpty()) {
            findings.notUnderstood(
                    Place.of(attribute.element()),
                    attribute.subject(),
                    "the primary key of " + target.getQualifiedName());
            return Optional.empty();
        }
        if (written.isEmpty()) {
            return Optional.of(
                    key.get().stream().map(it -> new Pair(Optional.empty(), it)).toList());
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Optional<String> name = written.get(i).text("referencedColumnName");
            Optional<EntityColumn> referenced = name.isPresent()
                    ? named(name.get(), written.get(i), key.get(), target, attribute, findings)
                    : i < key.get().size() ? Optional.of(key.get().get(i)) : Optional.empty();
            if (referenced.isPresent()) {
                pairs.add(new Pair(Optional.of(written.get(i)), referenced.get()));
            }
        }
        boolean whole = pairs.size() == written.size()
                && (written.size() == key.get().size()
                        || written.stream()
                                .allMatch(it -> it.text("referencedColumnName").isPresent()));
        if (!whole && !findings.hasErrors()) {
            findings.notUnderstood(
                    written.get(0).place(),
                    attribute.subject(),
                    pairs.size() < written.size()
                            ? "a reference to a column of " + target.getQualifiedName()
                                    + " that may be an association's or a superclass's,"
                            : "a reference with " + written.size() + " columns to " + target.getQualifiedName()
                                    + ", whose key has " + key.get().size() + ",");
        }
        // As the key has them, however they are written: the order is that of a primary key that they become part of.
        pairs.sort(Comparator.comparingInt(it -> position(it.referenced(), key.get())));
        return whole ? Optional.of(pairs) : Optional.empty();
    }

    private static int position(EntityColumn referenced, List<EntityColumn> key) {
        int position = key.indexOf(referenced);
        return position < 0 ? key.size() : position;
    }

    private Optional<EntityColumn> named(
            String name,
            EntityAnnotation written,
            List<EntityColumn> key,
            TypeElement target,
            EntityAttribute attribute,
            EntityFindings findings) {
        Optional<EntityColumn> ofKey =
                key.stream().filter(it -> it.isNamed(name, context.naming())).findFirst();
        if (ofKey.isPresent()) {
            return ofKey;
        }
        List<EntityColumn> columns = targets.columns(target);
        Optional<EntityColumn> other = columns.stream()
                .filter(it -> it.isNamed(name, context.naming()))
                .findFirst();
        if (other.isEmpty() && !targets.mayHaveColumn(target, name)) {
            findings.error(
                    written.place("referencedColumnName"),
                    EntityProblem.UNKNOWN_REFERENCED_COLUMN,
                    attribute.subject(),
                    name,
                    target.getQualifiedName(),
                    String.join(", ", EntityColumn.names(columns)));
        }
        return other;
    }

    private EntityColumn column(
            Pair pair, UnaryOperator<String> defaultName, EntityAttribute attribute, EntityFindings findings) {
        EntityColumn referenced = pair.referenced();
        Optional<EntityAnnotation> written = pair.written();
        String name = EntityBasics.name(attribute, written, defaultName.apply(referenced.logicalName()), findings);
        Optional<EntityColumnDefinition> definition = EntityBasics.definition(attribute, written, findings);
        boolean notNull = written.map(it -> !it.flag("nullable", true)).orElse(false)
                || definition.map(EntityColumnDefinition::notNull).orElse(false);
        boolean unique = written.map(it -> it.flag("unique", false)).orElse(false)
                || definition.map(EntityColumnDefinition::unique).orElse(false);
        boolean readOnly = written.map(it -> !it.flag("insertable", true) && !it.flag("updatable", true))
                .orElse(false);
        EntityColumn plain = referenced.copied(
                name,
                context.naming().physical(name),
                definition
                        .flatMap(EntityColumnDefinition::type)
                        .orElse(referenced.column().type()),
                !notNull);
        return new EntityColumn(
                attribute.subject(),
                plain.logicalName(),
                EntityBasics.defaultValue(attribute, definition)
                        .map(plain.column()::withDefault)
                        .orElse(plain.column()),
                unique,
                readOnly,
                false,
                notNull,
                false,
                true,
                written.flatMap(it -> it.text("table")).map(context.naming()::physical),
                EntityBasics.place(attribute, written));
    }

    private Optional<ForeignKey> constraint(
            TypeElement target, List<Pair> pairs, List<EntityColumn> columns, List<EntityAnnotation> said) {
        if (!isConstraint(said) || !hierarchy.isInOneTable(target)) {
            return Optional.empty();
        }
        ForeignKey key = ForeignKey.of(
                EntityColumn.names(columns),
                pairs.get(0).referenced().table().orElseGet(() -> hierarchy.table(target)),
                EntityColumn.names(pairs.stream().map(Pair::referenced).toList()));
        ForeignKey defined = said.stream()
                .flatMap(it -> Stream.of("foreignKeyDefinition", "options").flatMap(value -> it.text(value).stream()))
                .reduce(key, EntityReferences::withActions, (one, other) -> other);
        return Optional.of(said.stream()
                .flatMap(it -> it.text("name").stream())
                .findFirst()
                .map(it -> defined.named(context.naming().physical(it)))
                .orElse(defined));
    }

    /** What a definition in SQL says of deletes and updates; its columns are those of the mapping. */
    private static ForeignKey withActions(ForeignKey key, String definition) {
        ForeignKey defined = key;
        for (Matcher action = ACTION.matcher(definition); action.find(); ) {
            ReferentialAction written = ReferentialAction.valueOf(
                    action.group(2).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_"));
            boolean delete = action.group(1).equalsIgnoreCase("delete");
            defined = new ForeignKey(
                    defined.name(),
                    defined.columns(),
                    defined.referencedTable(),
                    defined.referencedColumns(),
                    delete ? written : defined.onDelete(),
                    delete ? defined.onUpdate() : written,
                    defined.deferrable());
        }
        return defined;
    }

    /** Whether that is the primary key of {@code target}, not another unique key. */
    boolean isToKey(EntityReference reference, TypeElement target) {
        List<String> key = EntityColumn.names(targets.identifier(target).orElse(List.of()));
        return reference
                .foreignKey()
                .filter(it -> it.referencedColumns().equals(key))
                .isPresent();
    }

    /** Whether none of the {@code @ForeignKey}s of a reference says that the database does not know of it. */
    static boolean isConstraint(List<EntityAnnotation> foreignKeys) {
        return foreignKeys.stream().flatMap(it -> it.constant("value").stream()).noneMatch("NO_CONSTRAINT"::equals);
    }
}
