package dev.mhc.migrations.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where the types of a file begin and end among its tokens. */
final class SourceOutline {

    /**
     * A type's declaration.
     *
     * @param path the simple names from the top-level type to this one, joined by dots
     * @param start its first token, an annotation or modifier if it has one
     * @param keyword the token that says {@code class}, {@code record} …
     * @param end the token after its closing brace
     */
    record Type(String path, int start, int keyword, int end) {

        boolean contains(Type other) {
            return start <= other.start && other.end <= end;
        }
    }

    /** What is open between brackets, and where the declaration at this point of it began. */
    private static final class Frame {

        private final @Nullable Declaration type;
        private final boolean braces;
        private int declarationStart;
        private @Nullable Declaration pending;

        Frame(@Nullable Declaration type, boolean braces, int declarationStart) {
            this.type = type;
            this.braces = braces;
            this.declarationStart = declarationStart;
        }
    }

    private record Declaration(String path, int start, int keyword) {}

    private final List<Token> tokens;
    private final List<Type> types = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();

    private SourceOutline(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Reads the tokens from {@code start}, which is after the imports. */
    static SourceOutline of(List<Token> tokens, int start) {
        SourceOutline outline = new SourceOutline(tokens);
        outline.frames.push(new Frame(null, true, start));
        for (int index = start; index < tokens.size(); index++) {
            outline.read(index);
        }
        return outline;
    }

    List<Type> types() {
        return types;
    }

    Optional<Type> type(String path) {
        return types.stream().filter(type -> type.path().equals(path)).findFirst();
    }

    private void read(int index) {
        Token token = tokens.get(index);
        Frame frame = frames.element();
        if (token.kind() == Token.Kind.OPERATOR) {
            switch (token.text()) {
                case "{" -> {
                    frames.push(new Frame(frame.pending, true, index + 1));
                    frame.pending = null;
                }
                case "(", "[" -> frames.push(new Frame(null, false, index + 1));
                case "}", ")", "]" -> close(index);
                case ";" -> {
                    frame.declarationStart = index + 1;
                    frame.pending = null;
                }
                default -> {}
            }
        } else if (frame.braces && frame.pending == null && declaresType(index)) {
            String name = tokens.get(index + 1).text();
            frame.pending = new Declaration(pathOf(name), frame.declarationStart, index);
        }
    }

    private void close(int index) {
        Frame closed = frames.pop();
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("a bracket is closed that was not opened");
        }
        if (closed.type != null) {
            types.add(new Type(closed.type.path(), closed.type.start(), closed.type.keyword(), index + 1));
        }
        if (closed.braces) {
            frames.element().declarationStart = index + 1;
        }
    }

    private boolean declaresType(int index) {
        Token token = tokens.get(index);
        if (!token.isWord() || !isWordAt(index + 1) || isOperatorAt(index - 1, ".")) {
            return false;
        }
        return switch (token.text()) {
            case "class", "interface", "enum" -> true;
            case "record" -> isOperatorAt(index + 2, "(") || isOperatorAt(index + 2, "<");
            default -> false;
        };
    }

    private boolean isWordAt(int index) {
        return index < tokens.size() && tokens.get(index).isWord();
    }

    private boolean isOperatorAt(int index, String operator) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isOperator(operator);
    }

    private String pathOf(String name) {
        StringBuilder path = new StringBuilder(name);
        for (Frame frame : frames) {
            if (frame.type != null) {
                return path.insert(0, frame.type.path() + '.').toString();
            }
        }
        return path.toString();
    }
}
