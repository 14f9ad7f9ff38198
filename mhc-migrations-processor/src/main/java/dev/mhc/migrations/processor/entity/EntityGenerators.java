package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads which sequences and tables number the rows of entities, as Hibernate makes them. */
final class EntityGenerators {

    private static final int DEFAULT_INCREMENT = 50;
    private static final int KEY_LENGTH = 255;
    private static final String SUFFIX = "SEQ";

    /** The generators that an attribute may name without any annotation, and that make nothing in the database. */
    private static final Set<String> IN_MEMORY =
            Set.of("assigned", "increment", "foreign", "uuid", "uuid.hex", "uuid2", "select", "guid");

    /** Those with which the database numbers the column, or may. */
    private static final Set<String> OF_DATABASE = Set.of("native", "identity");

    private static final Set<String> OF_SEQUENCE = Set.of("sequence", "enhanced-sequence");
    private static final Set<String> OF_TABLE = Set.of("table", "enhanced-table");

    private static final Set<String> NEVER_NUMBERED = Set.of("java.util.UUID", "java.lang.String");

    /**
     * What numbers the rows of one entity.
     *
     * @param tables that count
     */
    record Generated(List<EntitySequence> sequences, List<EntityTable> tables) {}

    private final EntityContext context;
    private final EntityHierarchy hierarchy;
    private final EntityAttributes attributes;
    private final Set<PackageElement> packages = new LinkedHashSet<>();

    /** For {@code entities}, whose packages may have generators for all of them. */
    EntityGenerators(
            EntityContext context,
            EntityHierarchy hierarchy,
            EntityAttributes attributes,
            Collection<TypeElement> entities) {
        this.context = context;
        this.hierarchy = hierarchy;
        this.attributes = attributes;
        entities.forEach(it -> packages.add(context.elements().getPackageOf(it)));
    }

    /** Reads those of a root entity, by which the entities that extend it are numbered as well. */
    Generated read(TypeElement entity, EntityFindings findings) {
        Generated generated = new Generated(new ArrayList<>(), new ArrayList<>());
        if (hierarchy.parent(entity).isEmpty()) {
            for (EntityAttribute attribute : attributes.of(entity)) {
                if (attribute.has(Jpa.ID)) {
                    new Reading(entity, attribute, findings, generated).read();
                } else if (attribute.has(Jpa.EMBEDDED_ID)) {
                    readParts(entity, attribute, findings, generated, new HashSet<>());
                }
            }
        }
        for (EntityAttribute attribute : attributes.of(entity)) {
            attribute.find(Jpa.COLLECTION_ID).ifPresent(it -> readRowNumbers(attribute, it, findings, generated));
        }
        return generated;
    }

    /** What numbers the rows of a collection. */
    private void readRowNumbers(
            EntityAttribute attribute, EntityAnnotation collectionId, EntityFindings findings, Generated generated) {
        String name = collectionId.text("generator").orElse("");
        Optional<EntityAnnotation> written = attribute
                .annotations()
                .all(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS)
                .filter(it -> it.text("name").filter(name::equals).isPresent())
                .findFirst();
        if (written.isPresent()) {
            String sequence = written.get().text("sequenceName").orElse(name);
            generated
                    .sequences()
                    .add(sequenceOf(attribute, context.naming().physical(sequence), written, collectionId));
        } else if (!IN_MEMORY.contains(name)) {
            findings.notCompared(collectionId.place(), attribute.subject(), "the generator of @CollectionId");
        }
    }

    private static EntitySequence sequenceOf(
            EntityAttribute attribute, String name, Optional<EntityAnnotation> written, EntityAnnotation user) {
        int increment = written.flatMap(it -> it.number("allocationSize")).orElse(DEFAULT_INCREMENT);
        return new EntitySequence(attribute.subject(), Sequence.of(name, increment), user.place());
    }

    private void readParts(
            TypeElement entity,
            EntityAttribute embedded,
            EntityFindings findings,
            Generated generated,
            Set<Element> around) {
        if (embedded.type() instanceof DeclaredType type && around.add(type.asElement())) {
            for (EntityAttribute part : attributes.ofEmbeddable(type, embedded)) {
                new Reading(entity, part, findings, generated).read();
                if (EntityColumns.isEmbedded(part)) {
                    readParts(entity, part, findings, generated, around);
                }
            }
            around.remove(type.asElement());
        }
    }

    /** The reading of one attribute. */
    private final class Reading {

        private final TypeElement entity;
        private final EntityAttribute attribute;
        private final EntityFindings findings;
        private final Generated generated;

        Reading(TypeElement entity, EntityAttribute attribute, EntityFindings findings, Generated generated) {
            this.entity = entity;
            this.attribute = attribute;
            this.findings = findings;
            this.generated = generated;
        }

        void read() {
            Optional<EntityAnnotation> own = ofOwnType(attribute.element());
            if (own.isPresent()) {
                noteOwnType(own.get());
                return;
            }
            attribute.find(Jpa.GENERATED_VALUE).ifPresent(value -> {
                EntityGenerator generator = EntityGenerator.of(context, entity, attribute, value, packages);
                switch (generator.strategy()) {
                    case "AUTO" -> auto(generator);
                    case "SEQUENCE" -> sequence(generator);
                    case "TABLE" -> table(generator);
                    default -> {
                        // The database numbers the column, or nobody numbers anything.
                    }
                }
            });
        }

        private void auto(EntityGenerator generator) {
            String name = generator.name().orElse("");
            if (name.equals("increment")) {
                return;
            }
            Optional<EntityAnnotation> sequence = localSequence(generator);
            Optional<EntityAnnotation> table = localTable(generator);
            Optional<EntityAnnotation> generic = generator.find(Jpa.GENERIC_GENERATOR, Jpa.GENERIC_GENERATORS);
            if (sequence.isPresent()) {
                add(generator, sequence);
            } else if (table.isPresent()) {
                addTable(generator, table);
            } else if (generic.isPresent()) {
                if (isNumbered()) {
                    findings.notCompared(
                            generator.value().place(), attribute.subject(), EntityUnsupported.name(generic.get()));
                }
            } else {
                autoWithoutAnnotation(generator, name);
            }
        }

        private void autoWithoutAnnotation(EntityGenerator generator, String name) {
            Optional<EntityAnnotation> sequence =
                    generator.findInPackages(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS);
            Optional<EntityAnnotation> table = generator.findInPackages(Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS);
            if (sequence.isPresent()) {
                add(generator, sequence);
                return;
            }
            if (table.isPresent()) {
                addTable(generator, table);
                return;
            }
            Optional<EntityAnnotation> own = generator.places().stream()
                    .flatMap(it -> ofOwnType(it).stream())
                    .findFirst();
            if (OF_DATABASE.contains(name)) {
                findings.notCompared(
                        generator.value().place("generator"), attribute.subject(), "the generator \"" + name + "\"");
            } else if (OF_SEQUENCE.contains(name)) {
                add(generator.unnamed(), Optional.empty());
            } else if (OF_TABLE.contains(name)) {
                addTable(generator.unnamed(), Optional.empty());
            } else if (own.isPresent()) {
                noteOwnType(own.get());
            } else if (!IN_MEMORY.contains(name) && isNumbered()) {
                add(generator, Optional.empty());
            }
        }

        /** By the type that is written: who sees a type variable takes any identifier for a number. */
        private boolean isNumbered() {
            TypeMirror type = attribute.element() instanceof ExecutableElement getter
                    ? getter.getReturnType()
                    : attribute.element().asType();
            return !NEVER_NUMBERED.contains(EntityContext.nameOf(type));
        }

        private void sequence(EntityGenerator generator) {
            add(
                    generator,
                    localSequence(generator)
                            .or(() -> generator.findInPackages(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS)));
        }

        private void table(EntityGenerator generator) {
            addTable(
                    generator,
                    localTable(generator)
                            .or(() -> generator.findInPackages(Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS)));
        }

        private static Optional<EntityAnnotation> localSequence(EntityGenerator generator) {
            return generator.find(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS);
        }

        private static Optional<EntityAnnotation> localTable(EntityGenerator generator) {
            return generator.find(Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS);
        }

        private void add(EntityGenerator generator, Optional<EntityAnnotation> written) {
            Optional<String> explicit =
                    written.flatMap(it -> it.text("sequenceName")).filter(it -> !it.isBlank());
            if (isElsewhere(written, explicit)) {
                findings.notCompared(generator.value().place(), attribute.subject(), "the schema of the sequence");
                return;
            }
            String name = explicit.or(() -> nameOf(generator, written))
                    .map(context.naming()::physical)
                    .orElseGet(this::defaultName);
            generated.sequences().add(sequenceOf(attribute, name, written, generator.value()));
        }

        /** The generator's own name, which is that of its sequence or table where no other is written. */
        private static Optional<String> nameOf(EntityGenerator generator, Optional<EntityAnnotation> written) {
            return written.isPresent() ? written.get().text("name") : generator.name();
        }

        private static boolean isElsewhere(Optional<EntityAnnotation> written, Optional<String> name) {
            return written.flatMap(it -> it.text("schema").or(() -> it.text("catalog")))
                            .isPresent()
                    || name.filter(it -> it.indexOf('.') >= 0
                                    && EntityNaming.unquoted(it).equals(it))
                            .isPresent();
        }

        /** That of the table with a suffix; quoted, if the table is. */
        private String defaultName() {
            return context.naming().physical(EntityNaming.joined(context.logicalTableName(entity), SUFFIX));
        }

        private void addTable(EntityGenerator generator, Optional<EntityAnnotation> written) {
            Optional<String> explicit = written.flatMap(it -> it.text("table")).filter(it -> !it.isBlank());
            if (isElsewhere(written, explicit)) {
                findings.notCompared(
                        generator.value().place(), attribute.subject(), "the schema of the table that numbers it");
                return;
            }
            EntityTable table = new EntityTable(context.naming()
                    .physical(explicit.or(() -> nameOf(generator, written)).orElse("hibernate_sequences")));
            EntityColumn key = column(
                    generator,
                    Column.of(columnName(written, "pkColumnName", "sequence_name"), ColumnType.varchar(KEY_LENGTH))
                            .notNull());
            table.add(key, findings);
            table.add(
                    column(
                            generator,
                            Column.of(columnName(written, "valueColumnName", "next_val"), ColumnType.bigint())),
                    findings);
            table.setPrimaryKey(List.of(key));
            generated.tables().add(table);
        }

        /** The naming option leaves these alone. */
        private static String columnName(Optional<EntityAnnotation> written, String value, String otherwise) {
            return EntityNaming.unquoted(written.flatMap(it -> it.text(value))
                    .filter(it -> !it.isBlank())
                    .orElse(otherwise));
        }

        /** Loose, since an entity may be mapped to the table as well. */
        private EntityColumn column(EntityGenerator generator, Column column) {
            return EntityColumn.plain(
                            attribute.subject(),
                            column.name(),
                            column,
                            generator.value().place())
                    .asLoose();
        }

        private void noteOwnType(EntityAnnotation own) {
            boolean ofDialect = own.type() instanceof TypeElement type
                    && type.getQualifiedName().contentEquals(Jpa.NATIVE_GENERATOR);
            if (ofDialect) {
                findings.notCompared(own.place(), attribute.subject(), EntityUnsupported.name(own));
            }
        }
    }

    /** An annotation whose own type says that it is a generator; all but one of them number nothing in the database. */
    private static Optional<EntityAnnotation> ofOwnType(Element element) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (EntityAnnotations.of(mirror.getAnnotationType().asElement()).has(Jpa.ID_GENERATOR_TYPE)) {
                return Optional.of(EntityAnnotation.on(element, mirror));
            }
        }
        return Optional.empty();
    }
}
