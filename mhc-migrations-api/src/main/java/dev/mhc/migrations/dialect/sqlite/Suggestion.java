package dev.mhc.migrations.dialect.sqlite;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a user may have meant by a name that does not exist. */
final class Suggestion {

    private Suggestion() {}

    /** A sentence that names the most similar of {@code existing}, or all of them if none is similar. */
    static String among(Collection<String> existing, String wanted) {
        int similar = Math.min(Math.min(3, (wanted.length() + 1) / 2), wanted.length() - 1);
        Optional<String> nearest = existing.stream()
                .filter(name -> distance(name, wanted) <= similar)
                .min(Comparator.comparingInt(name -> distance(name, wanted)));
        return nearest.map(name -> " Did you mean " + name + "?")
                .orElseGet(() -> existing.isEmpty() ? "" : " There are: " + String.join(", ", existing) + ".");
    }

    /** The Levenshtein distance without regard to case. */
    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
