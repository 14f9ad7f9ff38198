package dev.mhc.migrations.processor.oracle;

import dev.mhc.migrations.schema.Difference;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One change of a database that agrees with its entities, and the one difference that it must make.
 *
 * @param what the change, as a failure names it
 * @param statements that make it
 * @param places any of these, in lower case; a place that ends in {@code .} may have anything behind it
 * @param word what the expected or the found side of the difference says, in lower case
 */
record Mutation(String what, List<String> statements, List<String> places, String word) {

    private static final int LONGEST_NAME = 63;

    Mutation {
        statements = List.copyOf(statements);
        places = List.copyOf(places);
    }

    /** The table that is changed, in lower case. */
    String table() {
        return places.get(0).replaceFirst("\\..*", "");
    }

    /** Whether the differences are the one that this makes. */
    boolean isToldBy(List<Difference> differences) {
        return differences.size() == 1 && isToldBy(differences.get(0));
    }

    private boolean isToldBy(Difference difference) {
        String place = cut(difference.place().toLowerCase(Locale.ROOT));
        String text = (difference.expected() + " / " + difference.found()).toLowerCase(Locale.ROOT);
        return text.contains(word)
                && places.stream()
                        .map(Mutation::cut)
                        .anyMatch(it -> it.endsWith(".") ? place.startsWith(it) : place.equals(it));
    }

    /** A name that is longer than a server keeps stands in the difference as it is expected. */
    private static String cut(String place) {
        return Stream.of(place.split("\\.", 2))
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                .collect(Collectors.joining("."));
    }
}
