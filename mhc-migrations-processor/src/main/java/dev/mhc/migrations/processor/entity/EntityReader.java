package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.processor.entity.EntityHierarchy.Strategy;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.DefaultValue;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Reads one entity class into what it puts into which tables. */
final class EntityReader {

    private static final int DISCRIMINATOR_LENGTH = 31;

    private final EntityContext context;
    private final EntityHierarchy hierarchy;
    private final EntityAttributes attributes;
    private final EntityColumns columns;
    private final EntitySoftDelete softDelete;
    private final EntityGenerators generators;

    EntityReader(EntityContext context, EntityHierarchy hierarchy, Collection<TypeElement> entities) {
        this.context = context;
        this.hierarchy = hierarchy;
        attributes = new EntityAttributes(context, hierarchy);
        columns = new EntityColumns(context, hierarchy, attributes);
        softDelete = new EntitySoftDelete(context, hierarchy);
        generators = new EntityGenerators(context, hierarchy, attributes, entities);
    }

    /** Reads an entity; whatever is wrong with it, all of it is read. */
    EntityModel read(TypeElement entity) {
        String subject = entity.getQualifiedName().toString();
        EntityFindings findings = new EntityFindings(entity, hierarchy.table(entity), context.isInSources());
        if (entity.getKind() != ElementKind.CLASS) {
            findings.error(
                    place(entity),
                    EntityProblem.ENTITY_NOT_A_CLASS,
                    subject,
                    entity.getKind() == ElementKind.ENUM ? "an enum" : "a " + kindName(entity));
            return new EntityModel(entity, List.of(), List.of(), findings);
        }
        readClasses(entity, subject, findings);
        EntityModel model = hierarchy.hasTable(entity)
                ? new Reading(entity, subject, findings).read()
                : new EntityModel(entity, List.of(), List.of(), findings);
        return model.with(generators.read(entity, findings));
    }

    /**
     * Reads the keys of the tables of an entity.
     *
     * @param others what all entities put into a table of that key
     */
    void readKeys(EntityModel model, Function<String, List<EntityColumn>> others) {
        for (EntityModel.Keys keys : model.keys()) {
            EntityTable table = keys.table();
            List<EntityColumn> all = Stream.concat(table.columns().stream(), others.apply(table.key()).stream())
                    .toList();
            EntityKeys read = new EntityKeys(
                    context,
                    keys.written(),
                    table.name(),
                    model.type().getQualifiedName().toString(),
                    all,
                    model.findings());
            read.uniqueKeys().forEach(table::add);
            read.indexes().forEach(table::add);
        }
    }

    private static String kindName(TypeElement type) {
        return switch (type.getKind()) {
            case INTERFACE -> "interface";
            case RECORD -> "record";
            default -> "annotation";
        };
    }

    private static Place place(TypeElement entity) {
        return EntityAnnotations.of(entity)
                .find(Jpa.ENTITY)
                .map(EntityAnnotation::place)
                .orElseGet(() -> Place.of(entity));
    }

    private void readClasses(TypeElement entity, String subject, EntityFindings findings) {
        for (TypeElement type : hierarchy.classesOf(entity)) {
            EntityUnsupported.onClass(type)
                    .ifPresent(it -> findings.notUnderstood(it.place(), subject, EntityUnsupported.name(it)));
            if (type.getSuperclass().getKind() == TypeKind.ERROR) {
                findings.notUnderstood(
                        Place.of(type),
                        subject,
                        "the superclass " + type.getSuperclass() + ", unknown while annotations are processed,");
            }
        }
    }

    /** The reading of one entity that has a table. */
    private final class Reading {

        private final TypeElement entity;
        private final EntityAnnotations annotations;
        private final String subject;
        private final EntityFindings findings;
        private final Strategy strategy;
        private final Optional<TypeElement> parent;
        private final EntityTable main;
        private final Map<String, EntityTable> secondary = new LinkedHashMap<>();
        private final List<EntityTable> others = new ArrayList<>();
        private final List<EntityModel.Keys> keys = new ArrayList<>();

        Reading(TypeElement entity, String subject, EntityFindings findings) {
            this.entity = entity;
            this.annotations = EntityAnnotations.of(entity);
            this.subject = subject;
            this.findings = findings;
            this.strategy = hierarchy.strategy(entity);
            this.parent = hierarchy.parent(entity);
            this.main = new EntityTable(hierarchy.table(entity));
        }

        EntityModel read() {
            readKey();
            readDiscriminator();
            if (parent.isEmpty() || strategy == Strategy.TABLE_PER_CLASS) {
                softDelete.readEntity(hierarchy.root(entity), subject, main, findings);
            }
            readSecondaryTables();
            readAttributes();
            annotations
                    .find(Jpa.TABLE)
                    .filter(it -> parent.isEmpty() || strategy != Strategy.SINGLE_TABLE)
                    .ifPresent(this::readTable);
            List<EntityTable> tables = new ArrayList<>();
            tables.add(main);
            tables.addAll(secondary.values());
            tables.addAll(others);
            return new EntityModel(entity, tables, keys, findings);
        }

        private void readKey() {
            if (parent.isPresent() && strategy == Strategy.SINGLE_TABLE) {
                return;
            }
            if (parent.isPresent() && strategy == Strategy.JOINED) {
                readJoinedKey(parent.get());
                return;
            }
            EntityTable key = new EntityTable(main.name());
            TypeElement root = hierarchy.root(entity);
            columns.readIdentifier(root, attributes.of(entity, root), key, findings);
            List<EntityColumn> identifiers =
                    key.columns().stream().map(EntityColumn::asIdentifier).toList();
            main.addAll(identifiers, findings);
            main.setPrimaryKey(identifiers);
            key.foreignKeys().forEach(main::add);
            main.addChecks(key.checks());
            if (identifiers.isEmpty() && !findings.leavesOut(main.name())) {
                findings.error(place(entity), EntityProblem.NO_ID, subject);
            }
        }

        private void readJoinedKey(TypeElement superclass) {
            Optional<List<EntityColumn>> key = columns.targets().identifier(entity);
            Optional<List<EntityColumn>> referenced = columns.targets().identifier(superclass);
            if (key.isEmpty() || referenced.isEmpty()) {
                findings.notUnderstood(
                        Place.of(entity), subject, "the primary key of " + superclass.getQualifiedName());
                return;
            }
            main.addAll(key.get(), findings);
            main.setPrimaryKey(key.get());
            List<EntityAnnotation> foreignKeys = Stream.concat(
                            annotations.find(Jpa.PRIMARY_KEY_JOIN_COLUMNS).stream(),
                            EntityTargets.primaryKeyJoinColumns(entity).stream())
                    .flatMap(it -> it.nested("foreignKey").stream())
                    .toList();
            if (EntityReferences.isConstraint(foreignKeys)) {
                ForeignKey toParent = reference(key.get(), hierarchy.table(superclass), referenced.get());
                main.add(EntityReference.onDelete(toParent, annotations.find(Jpa.ON_DELETE)));
            }
        }

        private static ForeignKey reference(List<EntityColumn> from, String table, List<EntityColumn> to) {
            return ForeignKey.of(EntityColumn.names(from), table, EntityColumn.names(to));
        }

        private void readDiscriminator() {
            if (parent.isPresent() || !hierarchy.isDiscriminated(entity)) {
                return;
            }
            Optional<EntityAnnotation> written = annotations.find(Jpa.DISCRIMINATOR_COLUMN);
            String name = written.flatMap(it -> it.text("name")).orElse("DTYPE");
            int length = written.flatMap(it -> it.number("length")).orElse(DISCRIMINATOR_LENGTH);
            Optional<EntityColumnDefinition> definition =
                    written.flatMap(it -> it.text("columnDefinition")).flatMap(EntityColumnDefinition::parse);
            ColumnType type = definition.flatMap(EntityColumnDefinition::type).orElseGet(() -> switch (written.flatMap(
                            it -> it.constant("discriminatorType"))
                    .orElse("STRING")) {
                case "CHAR" -> ColumnType.character(1);
                case "INTEGER" -> ColumnType.integer();
                default -> ColumnType.varchar(length);
            });
            Column column = Column.of(context.naming().physical(name), type).notNull();
            main.add(
                    EntityColumn.plain(
                            subject,
                            name,
                            definition
                                    .flatMap(EntityColumnDefinition::defaultValue)
                                    .<Column>map(it -> column.withDefault(new DefaultValue.Expression(it)))
                                    .orElse(column),
                            written.map(EntityAnnotation::place).orElseGet(() -> Place.of(entity))),
                    findings);
        }

        private void readSecondaryTables() {
            annotations.all(Jpa.SECONDARY_TABLE, Jpa.SECONDARY_TABLES).forEach(this::readSecondaryTable);
        }

        private void readSecondaryTable(EntityAnnotation written) {
            String name = context.naming().physical(written.text("name").orElse(""));
            EntityTable table = new EntityTable(name);
            secondary.put(table.key(), table);
            Optional<List<EntityColumn>> key = columns.targets().identifier(entity);
            Optional<List<EntityColumn>> own =
                    key.flatMap(it -> columns.targets().joined(it, written.nestedAll("pkJoinColumns")));
            if (key.isEmpty() || own.isEmpty()) {
                findings.notUnderstood(written.place(), subject, "the key of the secondary table", name);
                return;
            }
            table.addAll(own.get(), findings);
            table.setPrimaryKey(own.get());
            if (EntityReferences.isConstraint(
                    written.nested("foreignKey").stream().toList())) {
                table.add(reference(own.get(), main.name(), key.get()));
            }
        }

        private void readAttributes() {
            List<String> natural = new ArrayList<>();
            for (TypeElement declaring : hierarchy.declaring(entity)) {
                EntityCollections collections =
                        new EntityCollections(context, hierarchy, columns, declaring, others::add);
                for (EntityAttribute attribute : attributes.of(entity, declaring)) {
                    boolean identifier = attribute.has(Jpa.ID) || attribute.has(Jpa.EMBEDDED_ID);
                    EntityTable read = new EntityTable(main.name());
                    if (!identifier || EntityColumns.isToOne(attribute)) {
                        columns.read(attribute, read, findings, collections::read);
                    }
                    // Where each class has a table of its own, only that of the root has the key.
                    if (attribute.has(Jpa.NATURAL_ID) && declaring.equals(entity)) {
                        natural.addAll(EntityColumn.names(read.columns()));
                    }
                    store(read, declaring);
                }
            }
            hierarchy.classesOf(entity).forEach(it -> main.addChecks(EntityChecks.on(EntityAnnotations.of(it))));
            if (!natural.isEmpty()) {
                main.add(UniqueKey.of(natural.toArray(new String[0])));
            }
            annotations.all(Jpa.SECONDARY_TABLE, Jpa.SECONDARY_TABLES).forEach(written -> {
                EntityTable table = secondary.get(EntityTable.keyOf(
                        context.naming().physical(written.text("name").orElse(""))));
                if (table != null) {
                    keys.add(new EntityModel.Keys(written, table));
                }
            });
        }

        /** Puts what one attribute has into the tables of its columns. */
        private void store(EntityTable read, TypeElement declaring) {
            read.columns().forEach(this::store);
            read.foreignKeys().forEach(it -> tableOf(it.columns(), read).add(it));
            // Where each class has a table of its own, only that of the root has keys of several columns.
            if (declaring.equals(entity)) {
                read.uniqueKeys().forEach(it -> tableOf(it.columns(), read).add(it));
            }
            main.addChecks(read.checks());
        }

        private void store(EntityColumn column) {
            boolean mayBeMissing = parent.isPresent() && strategy == Strategy.SINGLE_TABLE;
            EntityColumn stored = mayBeMissing ? column.ofSubclass() : column;
            Optional<EntityTable> other = secondaryOf(column);
            if (column.table().isPresent()
                    && other.isEmpty()
                    && !isMain(column.table().get())) {
                findings.notUnderstood(
                        column.place(),
                        column.subject(),
                        "the table " + column.table().get());
            } else {
                other.orElse(main).add(stored, findings);
            }
        }

        private boolean isMain(String table) {
            return EntityTable.keyOf(table).equals(main.key());
        }

        private Optional<EntityTable> secondaryOf(EntityColumn column) {
            return column.table().map(it -> secondary.get(EntityTable.keyOf(it)));
        }

        /** Where the columns of a key stand, of which the attribute may have none beside those of the identifier. */
        private EntityTable tableOf(List<String> names, EntityTable read) {
            return read.columns().stream()
                    .filter(it -> names.contains(it.name()))
                    .findFirst()
                    .flatMap(this::secondaryOf)
                    .orElse(main);
        }

        private void readTable(EntityAnnotation table) {
            for (String value : List.of("schema", "catalog", "options")) {
                if (table.text(value).isPresent()) {
                    findings.notUnderstood(table.place(value), subject, "@Table(" + value + ")");
                }
            }
            main.addChecks(EntityChecks.in(table));
            table.text("name")
                    .filter(String::isBlank)
                    .ifPresent(it -> findings.error(table.place("name"), EntityProblem.BLANK_NAME, subject, it));
            keys.add(new EntityModel.Keys(table, main));
        }
    }
}
