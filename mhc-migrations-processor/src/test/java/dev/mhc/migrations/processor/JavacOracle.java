package dev.mhc.migrations.processor;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Tells by javac alone whether two sources of one file say the same. */
final class JavacOracle implements AutoCloseable {

    /** The one element of {@code @Migration} that is not covered, as javac prints it. */
    private static final Pattern DESCRIPTION =
            Pattern.compile("(@Migration\\([^\\n]*?)(, )?\\bdescription = \"(?:\\\\.|[^\"\\\\])*\"");

    private static final Pattern EMPTY_DECLARATION = Pattern.compile("(?m)^;\n?");

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-Xlint:none", "-implicit:none", "-classpath", System.getProperty("java.class.path"));

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    private final String name;
    private final String source;
    private final String original;

    /** The places between tokens of the original: beginning and end. */
    private final NavigableMap<Integer, Integer> gaps = new TreeMap<>();

    JavacOracle(Corpus migration) {
        source = migration.source();
        int end = 0;
        for (JavacInternals.Piece token : JavacInternals.tokens(source)) {
            gaps.put(end, token.start());
            end = token.end();
        }
        name = migration.fileName();
        original = meaning(migration.source()).orElseThrow();
    }

    /**
     * Whether the text compiles and says something else than the original.
     *
     * @param index the first character that differs
     */
    boolean isRealEdit(String text, int index) {
        if (isMereLayout(text, index)) {
            return false;
        }
        Optional<String> meaning = meaning(text);
        return meaning.isPresent() && !meaning.get().equals(original) && compiles(text);
    }

    /** Whether white space between two tokens stays white space: nobody needs to be asked. */
    private boolean isMereLayout(String text, int index) {
        Map.Entry<Integer, Integer> gap = gaps.floorEntry(index);
        if (gap == null) {
            return false;
        }
        int end = gap.getValue() + text.length() - source.length();
        return index <= Math.min(gap.getValue(), end)
                && gap.getKey() < end
                && text.substring(gap.getKey(), end).matches("[ \\t\\f\\r\\n]+")
                && text.endsWith(source.substring(gap.getValue()));
    }

    /**
     * The file as javac prints its trees: without layout, literals by value, adjacent literals folded, modifiers in one
     * order. Empty if it is no Java.
     */
    private static Optional<String> meaning(String text) {
        return JavacInternals.print(text)
                .map(trees -> EMPTY_DECLARATION.matcher(trees).replaceAll(""))
                .map(trees -> DESCRIPTION.matcher(trees).replaceAll("$1").strip());
    }

    private boolean compiles(String text) {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try {
            task(text, problems).analyze();
            return !hasError(problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JavacTask task(String text, DiagnosticCollector<JavaFileObject> problems) {
        return (JavacTask) compiler.getTask(null, files, problems, OPTIONS, null, List.of(new Text(name, text)));
    }

    private static boolean hasError(DiagnosticCollector<JavaFileObject> problems) {
        return problems.getDiagnostics().stream().anyMatch(problem -> problem.getKind() == Diagnostic.Kind.ERROR);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return getName().equals('/' + simpleName + kind.extension);
        }
    }
}
