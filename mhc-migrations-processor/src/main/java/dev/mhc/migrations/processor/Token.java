package dev.mhc.migrations.processor;

/**
 * One token of Java source.
 *
 * @param text the value of a string or character literal, else the text as written
 */
record Token(Kind kind, String text) {

    /** Checksums contain {@link #code}; a code never changes its meaning. */
    enum Kind {
        WORD('w'),
        NUMBER('n'),
        STRING('s'),
        CHARACTER('c'),
        OPERATOR('o');

        private final char code;

        Kind(char code) {
            this.code = code;
        }

        char code() {
            return code;
        }
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
