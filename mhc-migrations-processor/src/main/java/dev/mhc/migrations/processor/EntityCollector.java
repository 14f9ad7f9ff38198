package dev.mhc.migrations.processor;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Collects the entities of a compile and writes the schema that they expect. */
final class EntityCollector {

    private final ProcessingEnvironment environment;
    private final ProcessorOptions options;
    private final Diagnostics diagnostics;
    private final Output output;

    /** The qualified names of the top-level types of this compile. */
    private final Set<String> sources = new LinkedHashSet<>();

    private final Set<String> convertedTypes = new TreeSet<>();
    private boolean written;

    EntityCollector(
            ProcessingEnvironment environment, ProcessorOptions options, Diagnostics diagnostics, Output output) {
        this.environment = environment;
        this.options = options;
        this.diagnostics = diagnostics;
        this.output = output;
    }

    /**
     * Reads the entities of a compile. The schema is written in the first round that has any and in which all that they
     * name is resolved, since a file that is generated in the last round is a warning of the compiler.
     */
    void process(RoundEnvironment round) {
        if (round.processingOver()) {
            return;
        }
        List<TypeElement> compiled =
                ElementFilter.typesIn(round.getRootElements()).stream().toList();
        if (written) {
            annotated(compiled, Jpa.ENTITY)
                    .forEach(it -> diagnostics.error(Place.of(it), EntityProblem.LATE_ENTITY, it.getQualifiedName()));
            return;
        }
        compiled.forEach(it -> sources.add(it.getQualifiedName().toString()));
        // Anew in each round, since what was unresolved in the round before may be resolved now.
        List<TypeElement> types = sources.stream()
                .map(environment.getElementUtils()::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
        List<TypeElement> entities = annotated(types, Jpa.ENTITY);
        boolean unresolved = Stream.of(Jpa.ENTITY, Jpa.MAPPED_SUPERCLASS, Jpa.EMBEDDABLE)
                .flatMap(it -> annotated(types, it).stream())
                .anyMatch(Unresolved::isIn);
        if (entities.isEmpty() || unresolved) {
            return;
        }
        written = true;
        collectConverters(types);
        write(entities);
    }

    private void write(List<TypeElement> entities) {
        Elements elements = environment.getElementUtils();
        EntityReader reader = new EntityReader(new EntityContext(
                elements,
                environment.getTypeUtils(),
                new EntityNaming(options.naming()),
                convertedTypes,
                this::isInSources));
        List<EntityModel> models = entities.stream()
                .sorted(Comparator.comparing(it -> elements.getBinaryName(it).toString()))
                .map(reader::read)
                .toList();
        Set<String> leftOut = new TreeSet<>();
        models.forEach(it -> leftOut.addAll(it.findings().uncheckedTables()));
        models.forEach(it -> it.findings().forgiveUnknownKeyColumns(leftOut));
        List<Table> tables = EntityTables.of(models, leftOut);

        models.forEach(it -> it.findings().print(diagnostics));
        if (models.stream().noneMatch(it -> it.findings().hasErrors())) {
            EntitySchemaWriter writer = new EntitySchemaWriter(elements, options);
            output.write(writer.file(models, tables, leftOut));
            output.writeService(EntitySchema.class, writer.className(models).canonicalName(), entities);
        }
    }

    private static List<TypeElement> annotated(List<TypeElement> types, String annotation) {
        List<TypeElement> found = new ArrayList<>();
        types.forEach(it -> addAnnotated(it, annotation, found));
        return found;
    }

    private static void addAnnotated(Element element, String annotation, List<TypeElement> found) {
        if (element instanceof TypeElement type) {
            if (EntityAnnotation.isOn(type, annotation)) {
                found.add(type);
            }
            type.getEnclosedElements().forEach(it -> addAnnotated(it, annotation, found));
        }
    }

    /** Remembers the types that converters of this compile apply to by themselves. */
    private void collectConverters(List<TypeElement> types) {
        for (TypeElement converter : annotated(types, Jpa.CONVERTER)) {
            boolean autoApply = EntityAnnotation.find(converter, Jpa.CONVERTER)
                    .filter(it -> it.flag("autoApply", false))
                    .isPresent();
            if (autoApply) {
                convertedType(converter.asType()).ifPresent(convertedTypes::add);
            }
        }
    }

    private Optional<String> convertedType(TypeMirror type) {
        for (TypeMirror supertype : environment.getTypeUtils().directSupertypes(type)) {
            if (EntityContext.nameOf(supertype).equals(Jpa.ATTRIBUTE_CONVERTER)
                    && supertype instanceof DeclaredType converter
                    && !converter.getTypeArguments().isEmpty()) {
                return Optional.of(
                        EntityContext.nameOf(converter.getTypeArguments().get(0)));
            }
            Optional<String> inherited = convertedType(supertype);
            if (inherited.isPresent()) {
                return inherited;
            }
        }
        return Optional.empty();
    }

    private boolean isInSources(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() != null
                && outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost instanceof TypeElement type
                && sources.contains(type.getQualifiedName().toString());
    }
}
