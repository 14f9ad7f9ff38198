package dev.mhc.migrations.processor;

import com.palantir.javapoet.ClassName;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.processor.compiler.Diagnostics;
import dev.mhc.migrations.processor.compiler.GeneratedPackage;
import dev.mhc.migrations.processor.compiler.Output;
import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.processor.compiler.ProcessorOptions;
import dev.mhc.migrations.processor.compiler.Unresolved;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Collects the migrations of a compile and writes their registry, in the first round that has migrations and in which
 * their annotations are resolved: what is generated in the last round is not compiled without a warning.
 */
final class MigrationCollector {

    private final ProcessingEnvironment environment;
    private final ProcessorOptions options;
    private final Diagnostics diagnostics;
    private final Output output;

    /** The qualified names of the top-level types of this compile. */
    private final Set<String> compiled = new HashSet<>();

    /** The qualified names of the migrations found so far. */
    private final Set<String> names = new LinkedHashSet<>();

    private boolean registryWritten;

    MigrationCollector(
            ProcessingEnvironment environment, ProcessorOptions options, Diagnostics diagnostics, Output output) {
        this.environment = environment;
        this.options = options;
        this.diagnostics = diagnostics;
        this.output = output;
    }

    void process(RoundEnvironment round) {
        Elements elements = environment.getElementUtils();
        TypeElement annotation = elements.getTypeElement(MigrationProcessor.MIGRATION);
        if (annotation == null || round.processingOver()) {
            return;
        }
        ElementFilter.typesIn(round.getRootElements())
                .forEach(type -> compiled.add(type.getQualifiedName().toString()));
        Set<TypeElement> found = ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation));
        if (registryWritten) {
            found.forEach(migration ->
                    diagnostics.error(Place.of(migration), Problem.LATE_MIGRATION, migration.getSimpleName()));
            return;
        }
        found.forEach(migration -> names.add(migration.getQualifiedName().toString()));
        // Anew in each round, since what was unresolved in the round before may be resolved now.
        List<TypeElement> migrations = names.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
        if (migrations.isEmpty() || migrations.stream().anyMatch(MigrationCollector::isUnresolved)) {
            return;
        }
        registryWritten = true;
        MigrationReader reader = reader();
        List<MigrationModel> models =
                migrations.stream().map(reader::read).flatMap(Optional::stream).toList();
        List<MigrationModel> ordered = MigrationOrder.of(models, diagnostics);
        if (!diagnostics.hasErrors() && !ordered.isEmpty()) {
            write(ordered);
        }
    }

    private static boolean isUnresolved(TypeElement migration) {
        AnnotationMirror annotation = Place.annotation(migration, MigrationProcessor.MIGRATION);
        return annotation != null && Unresolved.isIn(annotation);
    }

    private MigrationReader reader() {
        Elements elements = environment.getElementUtils();
        return new MigrationReader(
                elements,
                new MigrationClassRules(elements, environment.getTypeUtils(), diagnostics),
                new MigrationSources(new SourceReader(environment), compiled, diagnostics),
                diagnostics);
    }

    private void write(List<MigrationModel> ordered) {
        List<String> packages = ordered.stream()
                .map(migration -> migration.type().packageName())
                .toList();
        ClassName name = ClassName.get(GeneratedPackage.of(packages), options.classPrefix() + "Migrations");
        List<TypeElement> types = ordered.stream().map(MigrationModel::element).toList();
        output.write(RegistryWriter.write(
                options.module(), name, ordered, RegistryAnnotations.of(types, environment.getElementUtils())));
        output.writeService(MigrationRegistry.class, name.reflectionName(), types);
    }
}
