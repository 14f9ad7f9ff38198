package dev.mhc.migrations.schema;

import java.util.Locale;
import java.util.Optional;

/**
 * One point where two schemas disagree.
 *
 * @param severity how bad it is for an application that expects the expected side
 * @param code what disagrees, and how
 * @param table the table or the sequence, as the expected side writes it
 * @param part the column, the index, or the columns of the constraint; empty for the table itself and for what it has
 *     one of
 * @param expected what should be there, or {@code nothing}
 * @param found what is there, or {@code nothing}
 * @param wayOut what to do, one sentence
 */
public record Difference(
        Severity severity,
        Code code,
        String table,
        Optional<String> part,
        String expected,
        String found,
        String wayOut) {

    /** The table, or {@code table.column}, or {@code table.index}, as the expected side writes it. */
    public String place() {
        return part.map(it -> table + "." + it).orElse(table);
    }

    /** How bad a difference is, the worst first. */
    public enum Severity {
        /** The application will fail or store what it does not mean to. */
        ERROR,
        /** The application works; something behaves other than it says. */
        WARNING,
        /** Worth knowing. */
        INFO;

        /** Whether this is as bad as {@code threshold} or worse. */
        public boolean isAtLeast(Severity threshold) {
            return compareTo(threshold) <= 0;
        }
    }

    /** What a schema is made of. */
    public enum Kind {
        TABLE,
        COLUMN,
        PRIMARY_KEY,
        FOREIGN_KEY,
        UNIQUE,
        INDEX,
        CHECK,
        SEQUENCE;

        /** The kind in words: {@code foreign key}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** What disagrees, and how; programs can rely on it. */
    public enum Code {
        MISSING_TABLE(Kind.TABLE),
        EXTRA_TABLE(Kind.TABLE),
        /** Missing, and one of the same columns is there under another name. */
        RENAMED_TABLE(Kind.TABLE),
        MISSING_COLUMN(Kind.COLUMN),
        EXTRA_COLUMN(Kind.COLUMN),
        /** Missing, and one of the same shape is there under another name. */
        RENAMED_COLUMN(Kind.COLUMN),
        DIFFERENT_TYPE(Kind.COLUMN),
        DIFFERENT_NULLNESS(Kind.COLUMN),
        DIFFERENT_DEFAULT(Kind.COLUMN),
        /** Numbered or computed by the database on one side only. */
        DIFFERENT_GENERATION(Kind.COLUMN),
        /** Numbered by a sequence that ends before the column's type does. */
        NARROW_SEQUENCE(Kind.COLUMN),
        MISSING_PRIMARY_KEY(Kind.PRIMARY_KEY),
        EXTRA_PRIMARY_KEY(Kind.PRIMARY_KEY),
        DIFFERENT_PRIMARY_KEY(Kind.PRIMARY_KEY),
        MISSING_FOREIGN_KEY(Kind.FOREIGN_KEY),
        EXTRA_FOREIGN_KEY(Kind.FOREIGN_KEY),
        DIFFERENT_FOREIGN_KEY(Kind.FOREIGN_KEY),
        /** There, and rows from before it may break it. */
        UNVALIDATED_FOREIGN_KEY(Kind.FOREIGN_KEY),
        MISSING_UNIQUE(Kind.UNIQUE),
        EXTRA_UNIQUE(Kind.UNIQUE),
        DIFFERENT_UNIQUE(Kind.UNIQUE),
        MISSING_INDEX(Kind.INDEX),
        EXTRA_INDEX(Kind.INDEX),
        DIFFERENT_INDEX(Kind.INDEX),
        /** There, and its making failed. */
        BROKEN_INDEX(Kind.INDEX),
        MISSING_CHECK(Kind.CHECK),
        DIFFERENT_CHECK(Kind.CHECK),
        /** There, and rows from before it may break it. */
        UNVALIDATED_CHECK(Kind.CHECK),
        MISSING_SEQUENCE(Kind.SEQUENCE),
        EXTRA_SEQUENCE(Kind.SEQUENCE),
        /** Missing, and one of the same increment is there under another name. */
        RENAMED_SEQUENCE(Kind.SEQUENCE),
        /** Numbers are handed out twice, or left out. */
        DIFFERENT_INCREMENT(Kind.SEQUENCE);

        private final Kind kind;

        Code(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        /** The stable code, for example {@code MissingColumn}. */
        public String label() {
            StringBuilder label = new StringBuilder();
            for (String word : name().split("_", -1)) {
                label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
            return label.toString();
        }
    }
}
