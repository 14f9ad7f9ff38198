package dev.mhc.migrations.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;

/** Asks javac in which file a type is. Other compilers do not have the classes that this one needs. */
final class JavacSources {

    private final Trees trees;

    private JavacSources(Trees trees) {
        this.trees = trees;
    }

    /** Empty if the compiler is not javac, or if something wraps its environment. */
    static Optional<JavacSources> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(new JavacSources(Trees.instance(environment)));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty();
        }
    }

    Optional<FileObject> file(TypeElement type) {
        TreePath path = trees.getPath(type);
        return path == null
                ? Optional.empty()
                : Optional.of(path.getCompilationUnit().getSourceFile());
    }
}
