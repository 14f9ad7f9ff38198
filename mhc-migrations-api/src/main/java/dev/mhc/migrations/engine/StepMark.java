package dev.mhc.migrations.engine;

import static java.util.stream.Collectors.joining;

import dev.mhc.migrations.dialect.Dialect;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Operation;
import dev.mhc.migrations.operation.RunCode;
import dev.mhc.migrations.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A step that commits by itself, as the history says it: {@code create index ix_users_email on users (9f86d081)}.
 *
 * @param what it does, for people; one line
 * @param digest of all that it says; of JDBC work, whose code nothing can look into, of its description
 */
record StepMark(String what, String digest) {

    private static final int LONGEST = 100;
    private static final Pattern TEXT = Pattern.compile("(.*) \\(([0-9a-f]{8})\\)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static StepMark of(Operation part, Dialect dialect) {
        if (part instanceof ExecuteSql execute) {
            String sql = sql(execute, dialect);
            return new StepMark("sql: " + abridged(sql), digest(sql));
        }
        // The work itself has another identity in every run.
        String all = part instanceof RunCode run ? run.description() : part.toString();
        return new StepMark(abridged(part.describe()), digest(part.getClass().getSimpleName() + all));
    }

    /** What this database executes of it: what is written for another may change. */
    private static String sql(ExecuteSql execute, Dialect dialect) {
        try {
            return dialect.render(execute, Schema.EMPTY).stream()
                    .filter(Step.Statement.class::isInstance)
                    .map(step -> ((Step.Statement) step).sql())
                    .collect(joining(";\n"));
        } catch (MigrationException refused) {
            // Its turn will come, and tells.
            return execute.sql().toString();
        }
    }

    private static String abridged(String text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + " …";
    }

    private static String digest(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    boolean isSameStep(StepMark other) {
        return digest.equals(other.digest);
    }

    String text() {
        return what + " (" + digest + ")";
    }

    static Optional<StepMark> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new StepMark(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
