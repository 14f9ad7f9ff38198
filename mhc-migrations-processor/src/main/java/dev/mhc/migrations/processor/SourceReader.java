package dev.mhc.migrations.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Reads the source of types, decoded as the compiler decodes it. */
final class SourceReader {

    private final Optional<JavacSources> javac;
    private final Elements elements;
    private final Filer filer;

    SourceReader(ProcessingEnvironment environment) {
        javac = JavacSources.of(environment);
        elements = environment.getElementUtils();
        filer = environment.getFiler();
    }

    /**
     * The text of the file that declares a top-level type.
     *
     * @throws IOException if it cannot be read; the message says why
     */
    String read(TypeElement topLevel) throws IOException {
        Optional<FileObject> file = javac.flatMap(sources -> sources.file(topLevel));
        if (file.isEmpty()) {
            file = fileOfElements(topLevel);
        }
        if (file.isEmpty()) {
            file = fileOnSourcePath(topLevel);
        }
        if (file.isEmpty()) {
            throw new FileNotFoundException("the compiler does not tell which file it is in");
        }
        // Bytes that the encoding does not know are the compiler's to report.
        return file.get().getCharContent(true).toString();
    }

    /** {@code Elements.getFileObjectOf} exists since Java 18; compilers other than javac have it too. */
    private Optional<FileObject> fileOfElements(TypeElement topLevel) {
        try {
            Method method = Elements.class.getMethod("getFileObjectOf", Element.class);
            return Optional.ofNullable((FileObject) method.invoke(elements, topLevel))
                    .filter(file -> file.getName().endsWith(".java"));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return Optional.empty();
        }
    }

    private Optional<FileObject> fileOnSourcePath(TypeElement topLevel) {
        String packageName = elements.getPackageOf(topLevel).getQualifiedName().toString();
        try {
            return Optional.of(
                    filer.getResource(StandardLocation.SOURCE_PATH, packageName, topLevel.getSimpleName() + ".java"));
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
