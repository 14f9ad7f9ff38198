package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.processor.compiler.Diagnostics;
import dev.mhc.migrations.processor.compiler.Output;
import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.processor.compiler.ProcessorOptions;
import dev.mhc.migrations.processor.compiler.Unresolved;
import dev.mhc.migrations.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Collects the entities of a compile and writes the schema that they expect. */
public final class EntityCollector {

    private final ProcessingEnvironment environment;
    private final ProcessorOptions options;
    private final Diagnostics diagnostics;
    private final Output output;

    /** The qualified names of the top-level types of this compile. */
    private final Set<String> sources = new LinkedHashSet<>();

    private boolean written;

    public EntityCollector(
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
    public void process(RoundEnvironment round) {
        if (round.processingOver()) {
            return;
        }
        List<TypeElement> compiled =
                ElementFilter.typesIn(round.getRootElements()).stream().toList();
        if (written) {
            annotated(withNested(compiled), Jpa.ENTITY)
                    .forEach(it -> diagnostics.error(Place.of(it), EntityProblem.LATE_ENTITY, it.getQualifiedName()));
            return;
        }
        compiled.forEach(it -> sources.add(it.getQualifiedName().toString()));
        // Anew in each round, since what was unresolved in the round before may be resolved now.
        List<TypeElement> types = withNested(sources.stream()
                .map(environment.getElementUtils()::getTypeElement)
                .filter(Objects::nonNull)
                .toList());
        List<TypeElement> entities = annotated(types, Jpa.ENTITY);
        boolean unresolved = Stream.of(Jpa.ENTITY, Jpa.MAPPED_SUPERCLASS, Jpa.EMBEDDABLE)
                .flatMap(it -> annotated(types, it).stream())
                .anyMatch(Unresolved::isIn);
        if (entities.isEmpty() || unresolved) {
            return;
        }
        written = true;
        write(entities, annotated(types, Jpa.EMBEDDABLE), annotated(types, Jpa.CONVERTER));
    }

    private void write(List<TypeElement> entities, List<TypeElement> embeddables, List<TypeElement> converters) {
        Elements elements = environment.getElementUtils();
        EntityContext context = new EntityContext(
                elements,
                environment.getTypeUtils(),
                new EntityNaming(options.naming()),
                new EntityConverters(environment.getTypeUtils(), converters),
                this::isInSources);
        EntityReader reader = new EntityReader(context, new EntityHierarchy(context, entities, embeddables), entities);
        List<EntityModel> models = entities.stream()
                .sorted(Comparator.comparing(it -> elements.getBinaryName(it).toString()))
                .map(reader::read)
                .toList();
        EntityTables all = new EntityTables(models);
        models.forEach(it -> reader.readKeys(it, all::columns));
        all.leaveOutDisagreedKeys();
        Set<String> leftOut = new TreeSet<>();
        models.forEach(it -> leftOut.addAll(it.findings().uncheckedTables()));
        models.forEach(it -> it.findings().forgiveUnknownKeyColumns(leftOut));
        Schema schema = new Schema(all.without(leftOut), List.of(), EntitySequences.of(models));

        models.forEach(it -> it.findings().print(diagnostics));
        if (models.stream().noneMatch(it -> it.findings().hasErrors())) {
            EntitySchemaWriter writer = new EntitySchemaWriter(elements, options);
            output.write(writer.file(models, schema, leftOut));
            output.writeService(EntitySchema.class, writer.className(models).canonicalName(), entities);
        }
    }

    private static List<TypeElement> annotated(List<TypeElement> types, String annotation) {
        return types.stream()
                .filter(it -> EntityAnnotations.of(it).has(annotation))
                .toList();
    }

    private static List<TypeElement> withNested(Iterable<? extends Element> elements) {
        List<TypeElement> types = new ArrayList<>();
        addTypes(elements, types);
        return types;
    }

    private static void addTypes(Iterable<? extends Element> elements, List<TypeElement> types) {
        for (Element element : elements) {
            if (element instanceof TypeElement type) {
                types.add(type);
                addTypes(type.getEnclosedElements(), types);
            }
        }
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
