package dev.mhc.migrations.processor;

/** The first translation that a Java compiler does, Java Language Specification 3.3. */
final class UnicodeEscapes {

    private UnicodeEscapes() {}

    /** Replaces each {@code \}{@code uXXXX} by its character; other backslashes stay. */
    static String decode(String source) {
        if (!source.contains("\\u")) {
            return source;
        }
        StringBuilder decoded = new StringBuilder(source.length());
        int position = 0;
        while (position < source.length()) {
            char c = source.charAt(position);
            if (c != '\\' || position + 1 == source.length()) {
                decoded.append(c);
                position++;
            } else if (source.charAt(position + 1) != 'u') {
                // Also takes the second of two backslashes, which cannot begin an escape.
                decoded.append(c).append(source.charAt(position + 1));
                position += 2;
            } else {
                position = decodeEscape(source, position + 2, decoded);
            }
        }
        return decoded.toString();
    }

    private static int decodeEscape(String source, int afterFirstU, StringBuilder decoded) {
        int digits = afterFirstU;
        while (digits < source.length() && source.charAt(digits) == 'u') {
            digits++;
        }
        if (digits + 4 > source.length()) {
            throw new IllegalArgumentException("a Unicode escape is cut off by the end of the file");
        }
        decoded.append((char) Integer.parseInt(source.substring(digits, digits + 4), 16));
        return digits + 4;
    }
}
