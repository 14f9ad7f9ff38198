package dev.mhc.migrations.processor;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/**
 * What javac's own scanner and parser make of a text. They are used by reflection: the compiler's packages are open at
 * run time here, but cannot be seen by a compile for an older release.
 */
final class JavacInternals {

    private static final String PACKAGE = "com.sun.tools.javac.";

    /** A token's place in the text. */
    record Piece(int start, int end) {}

    private final Object context;
    private final DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();

    private JavacInternals() throws ReflectiveOperationException {
        Class<?> contextType = type("util.Context");
        context = contextType.getConstructor().newInstance();
        contextType.getMethod("put", Class.class, Object.class).invoke(context, DiagnosticListener.class, problems);
        type("file.JavacFileManager").getMethod("preRegister", contextType).invoke(null, context);
        Class<?> log = type("util.Log");
        log.getMethod("useSource", JavaFileObject.class)
                .invoke(instance(log), JavaFileObjects.forSourceString("Any", ""));
    }

    private static Class<?> type(String name) throws ReflectiveOperationException {
        return Class.forName(PACKAGE + name);
    }

    private Object instance(Class<?> type) throws ReflectiveOperationException {
        return type.getMethod("instance", type("util.Context")).invoke(null, context);
    }

    /** The tokens without the end of the file. */
    static List<Piece> tokens(String source) {
        try {
            Class<?> factory = type("parser.ScannerFactory");
            Object scanner = factory.getMethod("newScanner", CharSequence.class, boolean.class)
                    .invoke(new JavacInternals().instance(factory), source, false);
            Class<?> scannerType = type("parser.Scanner");
            Class<?> tokenType = type("parser.Tokens$Token");
            List<Piece> pieces = new ArrayList<>();
            while (true) {
                scannerType.getMethod("nextToken").invoke(scanner);
                Object token = scannerType.getMethod("token").invoke(scanner);
                Enum<?> kind = (Enum<?>) tokenType.getField("kind").get(token);
                if (kind.name().equals("EOF")) {
                    return pieces;
                }
                pieces.add(new Piece(
                        tokenType.getField("pos").getInt(token),
                        tokenType.getField("endPos").getInt(token)));
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /**
     * The file as javac prints its trees: without layout and comments, literals by value, adjacent string literals folded,
     * modifiers in one order. Empty if the parser has something against it.
     */
    static Optional<String> print(String source) {
        try {
            JavacInternals javac = new JavacInternals();
            Class<?> factory = type("parser.ParserFactory");
            Object parser = factory.getMethod(
                            "newParser", CharSequence.class, boolean.class, boolean.class, boolean.class)
                    .invoke(javac.instance(factory), source, false, false, false);
            Object unit =
                    type("parser.JavacParser").getMethod("parseCompilationUnit").invoke(parser);
            return javac.problems.getDiagnostics().isEmpty() ? Optional.of(unit.toString()) : Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
