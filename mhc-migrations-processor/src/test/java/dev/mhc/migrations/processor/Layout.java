package dev.mhc.migrations.processor;

import java.util.List;
import java.util.Random;

/** Lays a source out anew between the tokens that javac finds in it. */
final class Layout {

    private static final List<String> GAPS = List.of(
            " ",
            "\n",
            "\r\n\t",
            "\r",
            "\f ",
            "/* c */",
            "/**/",
            "/** {@code x} * / \" */",
            "// ' \" /* \n",
            "//\r",
            "/* // */\n",
            "//\\u002a\n",
            " \\u0020\\uu000a",
            "/* @Migration(description = \"*\") */");

    private Layout() {}

    /** Without comments, and with the same gap between any two tokens. */
    static String squeezed(String source, String gap) {
        return laidOut(source, () -> gap);
    }

    /** With white space, line ends and comments of all kinds. */
    static String random(String source, Random random) {
        return laidOut(source, () -> {
            StringBuilder gap = new StringBuilder(GAPS.get(random.nextInt(GAPS.size())));
            while (random.nextInt(3) == 0) {
                gap.append(GAPS.get(random.nextInt(GAPS.size())));
            }
            return gap.toString();
        });
    }

    private interface Gaps {

        String next();
    }

    private static String laidOut(String source, Gaps gaps) {
        StringBuilder result = new StringBuilder();
        for (JavacInternals.Piece token : JavacInternals.tokens(source)) {
            result.append(source, token.start(), token.end());
            boolean insideWord =
                    source.startsWith("non-sealed", token.start()) || source.startsWith("-sealed", token.start());
            result.append(insideWord ? "" : gaps.next());
        }
        return result.toString();
    }
}
