package dev.mhc.migrations.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** Generates an empty class: for any generated class, the compiler enters all sources once more. */
public final class GeneratingProcessor extends IdleProcessor {

    private boolean generated;

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!generated) {
            generated = true;
            try (Writer out =
                    processingEnv.getFiler().createSourceFile("generated.Empty").openWriter()) {
                out.write("package generated; class Empty {}");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
    }
}
