package dev.mhc.migrations.processor.entity;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Makes constants of a long text, each a text block in the source and no longer than a class file allows. */
final class TextBlocks {

    /** One less than the length of a constant in a class file can say: javac refuses that one. */
    static final int BYTES = 65_534;

    private TextBlocks() {}

    /** Joins blocks as far as a constant can hold them; one that is longer by itself is parted. */
    static List<String> parts(List<String> blocks) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int bytes = 0;
        for (String block : blocks) {
            int start = 0;
            int needed = bytes(block, 0, block.length());
            if (bytes > 0 && bytes + needed > BYTES) {
                parts.add(part.toString());
                part.setLength(0);
                bytes = 0;
            }
            while (needed > BYTES) {
                int end = end(block, start);
                parts.add(block.substring(start, end));
                needed -= bytes(block, start, end);
                start = end;
            }
            part.append(block, start, block.length());
            bytes += needed;
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    /** The constant as Java source. */
    static CodeBlock code(String part) {
        String escaped = part.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
        // A backslash takes the end of the line away.
        return CodeBlock.of("\"\"\"\n$>$>$L$L\"\"\"$<$<", escaped, part.endsWith("\n") ? "" : "\\\n");
    }

    /** The end of the part that begins there: behind the last line that it can hold, or the last character. */
    private static int end(String block, int start) {
        int end = start;
        for (int bytes = 0; bytes <= BYTES; end++) {
            bytes += bytes(block.charAt(end));
        }
        end--;
        int line = block.lastIndexOf('\n', end - 1) + 1;
        return line > start ? line : Character.isLowSurrogate(block.charAt(end)) ? end - 1 : end;
    }

    private static int bytes(String text, int start, int end) {
        int bytes = 0;
        for (int i = start; i < end; i++) {
            bytes += bytes(text.charAt(i));
        }
        return bytes;
    }

    private static int bytes(char c) {
        return c > 0 && c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
}
