package dev.mhc.migrations.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far one batch came, as the history says it: {@code 10000 rows of "users" up to 20000}.
 *
 * @param table whose rows
 * @param rows how many it looked at
 * @param position the key of the last one, as an SQL literal
 */
record BatchMark(String table, long rows, String position) {

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,18}) rows of \"((?:[^\"]|\"\")*)\" up to (.+)", Pattern.DOTALL);

    String text() {
        return String.format(Locale.ROOT, "%d rows of \"%s\" up to %s", rows, table.replace("\"", "\"\""), position);
    }

    static Optional<BatchMark> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new BatchMark(
                        matcher.group(2).replace("\"\"", "\""), Long.parseLong(matcher.group(1)), matcher.group(3)))
                : Optional.empty();
    }
}
