package dev.mhc.migrations.processor;

import dev.mhc.migrations.processor.compiler.BuildProblem;
import dev.mhc.migrations.processor.compiler.Diagnostics;
import dev.mhc.migrations.processor.compiler.Output;
import dev.mhc.migrations.processor.compiler.ProcessorOptions;
import dev.mhc.migrations.processor.entity.EntityCollector;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks the migrations and entities of a compile and generates their registry and schema. Options: {@code mhc.module}
 * names the module, {@code app} by default; {@code mhc.naming} is {@code standard}, {@code snake_case} or
 * {@code spring}.
 */
public final class MigrationProcessor extends AbstractProcessor {

    static final String MIGRATION = "dev.mhc.migrations.Migration";

    private static final Set<String> CLAIMED = Set.of(MIGRATION, RegistryAnnotations.GENERATED);
    private static final Set<String> SUPPORTED =
            Set.of(MIGRATION, RegistryAnnotations.GENERATED, "jakarta.persistence.*");

    private @Nullable Collectors collectors;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return SUPPORTED;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return ProcessorOptions.NAMES;
    }

    /**
     * Claims rounds that have nothing but {@code @Migration} and the mark of generated code: unclaimed, they fail every
     * build that runs with {@code -Xlint:all -Werror}. The annotations of Jakarta Persistence are for other processors
     * too and never claimed.
     */
    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // see above
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (collectors == null) {
            collectors = new Collectors(processingEnv);
        }
        collectors.process(round);
        return annotations.stream()
                .allMatch(annotation ->
                        CLAIMED.contains(annotation.getQualifiedName().toString()));
    }

    /** What is made once a compile. */
    private static final class Collectors {

        private final Diagnostics diagnostics;
        private final MigrationCollector migrations;
        private final EntityCollector entities;

        Collectors(ProcessingEnvironment environment) {
            diagnostics = new Diagnostics(environment.getMessager());
            ProcessorOptions options = ProcessorOptions.read(environment.getOptions(), diagnostics);
            Output output = new Output(environment.getFiler(), diagnostics);
            migrations = new MigrationCollector(environment, options, diagnostics, output);
            entities = new EntityCollector(environment, options, diagnostics, output);
        }

        /** The boundary at which a fault of the processor becomes a message instead of a crash of the compiler. */
        void process(RoundEnvironment round) {
            try {
                migrations.process(round);
                entities.process(round);
            } catch (RuntimeException e) {
                diagnostics.error(BuildProblem.PROCESSOR_FAULT, trace(e));
            }
        }

        private static String trace(RuntimeException fault) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }
    }
}
