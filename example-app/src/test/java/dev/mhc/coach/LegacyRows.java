package dev.mhc.coach;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows of the legacy database must be after it is adopted, computed without a database. */
final class LegacyRows {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
    private static final String FIRST_RELEASE = "2025-05-01 00:00:00.000";

    private LegacyRows() {}

    static DatabaseRows adopted(DatabaseRows legacy) {
        DatabaseRows expected = legacy.with("users", row -> {
                    row.putIfAbsent("is_active", 1L);
                    return fillTimes(row);
                })
                .with("conversations", row -> {
                    row.putIfAbsent("is_formal_session", 0L);
                    fill(row, "started_at", row.get("ended_at"));
                    row.remove("updated_at");
                    return row;
                })
                .with("messages", row -> {
                    row.putIfAbsent("is_transcript", 0L);
                    return fillTimes(row);
                })
                .with("important_memories", row -> {
                    row.remove("source_message_id");
                    Object score = row.get("importance_score");
                    row.put("importance_score", score instanceof Number number ? number.doubleValue() : 0.5);
                    return fillTimes(row);
                })
                .with("assessments", row -> {
                    row.remove("updated_at");
                    return row;
                });
        for (String table : legacy.tables().keySet()) {
            expected = expected.with(table, row -> {
                row.replaceAll((column, value) -> isTime(column) && value != null ? inTheOneFormat(value) : value);
                return row;
            });
        }
        return expected;
    }

    private static Map<String, @Nullable Object> fillTimes(Map<String, @Nullable Object> row) {
        Object created = row.get("created_at");
        Object updated = row.get("updated_at");
        fill(row, "created_at", updated);
        fill(row, "updated_at", created);
        return row;
    }

    private static void fill(Map<String, @Nullable Object> row, String column, @Nullable Object other) {
        row.putIfAbsent(column, other == null ? FIRST_RELEASE : other);
    }

    private static boolean isTime(String column) {
        return column.endsWith("_at") || column.endsWith("_date");
    }

    private static String inTheOneFormat(Object value) {
        String text = (String) value;
        LocalDateTime time = text.length() == 10
                ? LocalDate.parse(text).atStartOfDay()
                : LocalDateTime.parse(text.replace(' ', 'T'));
        return FORMAT.format(time);
    }
}
