package dev.mhc.migrations.engine;

import static java.util.stream.Collectors.joining;

import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.operation.Backfill;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How far one batch came, as the history says it: {@code 10000 rows of "users" by "id", setting "name" (9f86d081), up to
 * 20000}.
 *
 * @param rows how many it looked at
 * @param course of what
 * @param position the key of the last one, as an SQL literal
 */
record BatchMark(long rows, Course course, String position) {

    private static final String NAME = "\"(?:[^\"]++|\"\")*+\"";
    private static final String COLUMN = NAME + "(?: COLLATE " + NAME + ")?+";
    private static final String COLUMNS = COLUMN + "(?:, " + COLUMN + ")*+";
    private static final Pattern TEXT = Pattern.compile(
            "(\\d{1,18}) rows of (" + NAME + ") by (rowid|" + COLUMNS + "), setting (" + COLUMNS
                    + ") \\(([0-9a-f]{8})\\), up to (.+)",
            Pattern.DOTALL);

    /**
     * The backfill that a batch belongs to, and the order in which it goes through the rows.
     *
     * @param table whose rows
     * @param order of which columns a position is the value
     * @param columns which it sets
     * @param digest of all that it says
     */
    record Course(String table, String order, String columns, String digest) {

        static Course of(Backfill backfill, String table, String order) {
            return new Course(
                    table,
                    order,
                    backfill.assignments().stream()
                            .map(it -> it.column().toLowerCase(Locale.ROOT))
                            .sorted(Comparator.naturalOrder())
                            .map(SqlWriter::identifier)
                            .collect(joining(", ")),
                    digest(backfill));
        }

        static String digest(Backfill backfill) {
            CRC32 crc = new CRC32();
            crc.update((backfill.table().toLowerCase(Locale.ROOT) + backfill.assignments() + backfill.where())
                    .getBytes(StandardCharsets.UTF_8));
            return String.format(Locale.ROOT, "%08x", crc.getValue());
        }

        /** Whether a position of this one is one of the other, as far as can be told; its expressions may be others. */
        boolean leadsInto(Course other) {
            return table.equalsIgnoreCase(other.table)
                    && order.equalsIgnoreCase(other.order)
                    && columns.equals(other.columns);
        }

        /** For people. */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "table %s by %s, setting %s", table, order, columns);
        }
    }

    String table() {
        return course.table();
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%d rows of %s by %s, setting %s (%s), up to %s",
                rows,
                SqlWriter.identifier(table()),
                course.order(),
                course.columns(),
                course.digest(),
                position);
    }

    static Optional<BatchMark> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String table = matcher.group(2);
        return Optional.of(new BatchMark(
                Long.parseLong(matcher.group(1)),
                new Course(
                        table.substring(1, table.length() - 1).replace("\"\"", "\""),
                        matcher.group(3),
                        matcher.group(4),
                        matcher.group(5)),
                matcher.group(6)));
    }
}
