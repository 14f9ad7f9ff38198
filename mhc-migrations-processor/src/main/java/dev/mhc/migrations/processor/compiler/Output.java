package dev.mhc.migrations.processor.compiler;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes generated files, each with the elements it was made from. */
public final class Output {

    private final Filer filer;
    private final Diagnostics diagnostics;

    public Output(Filer filer, Diagnostics diagnostics) {
        this.filer = filer;
        this.diagnostics = diagnostics;
    }

    /** Writes a class; its originating elements are in the {@code file} already. */
    public void write(JavaFile file) {
        try {
            file.writeTo(filer);
        } catch (IOException e) {
            diagnostics.error(
                    BuildProblem.OUTPUT_NOT_WRITTEN,
                    file.packageName() + '.' + file.typeSpec().name(),
                    e);
        }
    }

    /** Registers a generated class as the provider of a service. */
    public void writeService(Class<?> service, String provider, Collection<? extends Element> originatingElements) {
        String path = "META-INF/services/" + service.getName();
        try (OutputStream file = filer.createResource(
                        StandardLocation.CLASS_OUTPUT, "", path, originatingElements.toArray(new Element[0]))
                .openOutputStream()) {
            // Services are read as UTF-8, whatever the encoding of the sources is; a writer would take that one.
            file.write((provider + '\n').getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            diagnostics.error(BuildProblem.OUTPUT_NOT_WRITTEN, path, e);
        }
    }
}
