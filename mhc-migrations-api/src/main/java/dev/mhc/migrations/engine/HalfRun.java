package dev.mhc.migrations.engine;

import java.util.Map;
import java.util.Optional;

/** What the parts of a migration have done that has neither been applied nor rolled back since. */
sealed interface HalfRun permits HalfBackfill, HalfSteps {

    /** The last part. */
    HistoryEvent last();

    /** How long all took. */
    long millis();

    /** How far it came, in words. */
    String progress();

    /** What to tell the user if parts ran while the migration was another one than it is now; what they did stays. */
    Optional<String> ranOtherwise(String checksum);

    /** How many parts ran with the migration otherwise than it is now, of those counted by checksum. */
    static int otherwise(Map<String, Integer> checksums, String checksum) {
        return checksums.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(checksum))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
