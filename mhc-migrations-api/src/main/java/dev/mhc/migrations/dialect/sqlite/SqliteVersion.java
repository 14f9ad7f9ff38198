package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.error.ErrorCode;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of an SQLite library, which decides what its {@code ALTER TABLE} can do. */
record SqliteVersion(int major, int minor, int patch) implements Comparable<SqliteVersion> {

    /** The oldest version that this dialect is tested with. */
    static final SqliteVersion OLDEST = new SqliteVersion(3, 39, 0);

    private static final SqliteVersion ALTERS_CONSTRAINTS = new SqliteVersion(3, 53, 0);

    /** 3.39 reads them so, and the first version that does not is not known. */
    private static final SqliteVersion IGNORES_COMMENTS_IN_DROP = new SqliteVersion(3, 54, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?.*", Pattern.DOTALL);

    /**
     * Reads what {@code sqlite_version()} says.
     *
     * @throws dev.mhc.migrations.error.MigrationException if it is older than {@link #OLDEST}
     */
    static SqliteVersion parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw unsupported(text);
        }
        String patch = matcher.group(3);
        SqliteVersion version = new SqliteVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch));
        if (version.compareTo(OLDEST) < 0) {
            throw unsupported(text);
        }
        return version;
    }

    private static RuntimeException unsupported(String text) {
        return ErrorCode.UNSUPPORTED_DATABASE.with(
                "SQLite", text, OLDEST, "Use a newer org.xerial:sqlite-jdbc, which brings its own SQLite.");
    }

    /** Whether {@code ALTER TABLE} sets and drops NOT NULL, and adds and drops named constraints. */
    boolean altersConstraints() {
        return compareTo(ALTERS_CONSTRAINTS) >= 0;
    }

    /** Whether {@code DROP COLUMN} cuts the last column at the comma before it, and not at one in a comment. */
    boolean ignoresCommentsInDrop() {
        return compareTo(IGNORES_COMMENTS_IN_DROP) >= 0;
    }

    @Override
    public int compareTo(SqliteVersion other) {
        return Comparator.comparingInt(SqliteVersion::major)
                .thenComparingInt(SqliteVersion::minor)
                .thenComparingInt(SqliteVersion::patch)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
