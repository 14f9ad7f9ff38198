package dev.mhc.migrations.processor;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Collects the entities of a compile and writes the schema that they expect. */
final class EntityCollector {

    private final ProcessingEnvironment environment;
    private final ProcessorOptions options;
    private final Diagnostics diagnostics;
    private final Output output;
    private final Set<Element> sources = new HashSet<>();
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
     * Reads the entities of a round. The schema is written in the first round that has any, since a file that is
     * generated in the last round is a warning of the compiler.
     */
    void process(RoundEnvironment round) {
        sources.addAll(round.getRootElements());
        collectConverters(round);
        List<TypeElement> entities = annotated(round, Jpa.ENTITY);
        if (entities.isEmpty()) {
            return;
        }
        if (written) {
            entities.forEach(it -> diagnostics.error(Place.of(it), EntityProblem.LATE_ENTITY, it.getQualifiedName()));
            return;
        }
        written = true;
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
        List<Table> tables = EntityTables.of(models, leftOut);

        models.forEach(it -> it.findings().print(diagnostics));
        if (models.stream().noneMatch(it -> it.findings().hasErrors())) {
            EntitySchemaWriter writer = new EntitySchemaWriter(elements, options);
            output.write(writer.file(models, tables, leftOut));
            output.writeService(EntitySchema.class, writer.className(models).canonicalName(), entities);
        }
    }

    private static List<TypeElement> annotated(RoundEnvironment round, String annotation) {
        List<TypeElement> found = new ArrayList<>();
        round.getRootElements().forEach(it -> addAnnotated(it, annotation, found));
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
    private void collectConverters(RoundEnvironment round) {
        for (TypeElement converter : annotated(round, Jpa.CONVERTER)) {
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
        return sources.contains(outermost);
    }
}
