package dev.mhc.migrations.processor;

import com.palantir.javapoet.ClassName;
import dev.mhc.migrations.MigrationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Collects the migrations of a compile and writes their registry, in the first round that has migrations: what is
 * generated in the last round is not compiled without a warning.
 */
final class MigrationCollector {

    private final ProcessingEnvironment environment;
    private final ProcessorOptions options;
    private final Diagnostics diagnostics;
    private final Output output;
    private boolean registryWritten;

    MigrationCollector(
            ProcessingEnvironment environment, ProcessorOptions options, Diagnostics diagnostics, Output output) {
        this.environment = environment;
        this.options = options;
        this.diagnostics = diagnostics;
        this.output = output;
    }

    void process(RoundEnvironment round) {
        TypeElement annotation = environment.getElementUtils().getTypeElement(MigrationProcessor.MIGRATION);
        if (annotation == null) {
            return;
        }
        Set<? extends Element> migrations = round.getElementsAnnotatedWith(annotation);
        if (migrations.isEmpty()) {
            return;
        }
        if (registryWritten) {
            migrations.forEach(migration ->
                    diagnostics.error(Place.of(migration), Problem.LATE_MIGRATION, migration.getSimpleName()));
            return;
        }
        registryWritten = true;
        MigrationReader reader = reader(round);
        List<MigrationModel> models =
                migrations.stream().map(reader::read).flatMap(Optional::stream).toList();
        List<MigrationModel> ordered = MigrationOrder.of(models, diagnostics);
        if (!diagnostics.hasErrors() && !ordered.isEmpty()) {
            write(ordered);
        }
    }

    private MigrationReader reader(RoundEnvironment round) {
        Elements elements = environment.getElementUtils();
        Set<String> compiled = round.getRootElements().stream()
                .filter(TypeElement.class::isInstance)
                .map(type -> ((TypeElement) type).getQualifiedName().toString())
                .collect(Collectors.toSet());
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
