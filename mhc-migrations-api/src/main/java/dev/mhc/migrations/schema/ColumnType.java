package dev.mhc.migrations.schema;

import dev.mhc.migrations.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The type of a column, independent of a database: a kind with its arguments (a length, or precision and scale).
 *
 * <p>The static factories are meant for static import in migrations: {@code bool()}, {@code varchar(255)}. A type that
 * only one database knows is written with {@link #declared}.
 *
 * @param kind what the column stores
 * @param arguments length in characters, or precision and scale in decimal digits; empty where the kind takes none or
 *     none was given
 * @param declaration for {@link Kind#DECLARED} the type as written in SQL, else empty
 */
public record ColumnType(Kind kind, List<Integer> arguments, String declaration) {

    /** What a column stores. */
    public enum Kind {
        BOOLEAN("boolean"),
        SMALLINT("smallint"),
        INTEGER("integer"),
        BIGINT("bigint"),
        DECIMAL("decimal"),
        REAL("real"),
        DOUBLE("double precision"),
        CHAR("char"),
        VARCHAR("varchar"),
        /** Text without a length. */
        TEXT("text"),
        /** Bytes without a length. */
        BINARY("binary"),
        /** A large text beside the row. */
        CLOB("clob"),
        /** Large bytes beside the row. */
        BLOB("blob"),
        DATE("date"),
        TIME("time"),
        /** Date and time without zone. */
        TIMESTAMP("timestamp"),
        /** A point in time. */
        TIMESTAMP_WITH_TIME_ZONE("timestamp with time zone"),
        UUID("uuid"),
        JSON("json"),
        /** A type taken over from SQL as it is written there. */
        DECLARED("");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    public ColumnType {
        arguments = List.copyOf(arguments);
        for (int argument : arguments) {
            if (argument < 0) {
                throw ErrorCode.BAD_DEFINITION.with(
                        "Type " + kind.label, "a length, precision or scale of " + argument + " is below zero");
            }
        }
        if (kind != Kind.DECLARED && !declaration.isEmpty()) {
            throw ErrorCode.BAD_DEFINITION.with("Type " + kind, "only a declared type has a declaration");
        }
    }

    /** True or false. */
    public static ColumnType bool() {
        return of(Kind.BOOLEAN);
    }

    /** Whole numbers of 16 bits. */
    public static ColumnType smallint() {
        return of(Kind.SMALLINT);
    }

    /** Whole numbers of 32 bits. */
    public static ColumnType integer() {
        return of(Kind.INTEGER);
    }

    /** Whole numbers of 64 bits. */
    public static ColumnType bigint() {
        return of(Kind.BIGINT);
    }

    /** Exact decimal numbers of {@code precision} digits, {@code scale} of them behind the point. */
    public static ColumnType decimal(int precision, int scale) {
        if (precision < 1 || scale > precision) {
            throw ErrorCode.BAD_DEFINITION.with(
                    "Type decimal(" + precision + ", " + scale + ")",
                    "precision must be at least 1 and scale at most the precision");
        }
        return of(Kind.DECIMAL, precision, scale);
    }

    /** Floating point numbers of 32 bits. */
    public static ColumnType real() {
        return of(Kind.REAL);
    }

    /** Floating point numbers of 64 bits. */
    public static ColumnType doublePrecision() {
        return of(Kind.DOUBLE);
    }

    /** Text of exactly {@code length} characters, padded with blanks by PostgreSQL. */
    public static ColumnType character(int length) {
        return of(Kind.CHAR, positive("char", length));
    }

    /** Text of at most {@code length} characters. SQLite keeps the length for readers and does not enforce it. */
    public static ColumnType varchar(int length) {
        return of(Kind.VARCHAR, positive("varchar", length));
    }

    /** Text of any length. */
    public static ColumnType text() {
        return of(Kind.TEXT);
    }

    /** Bytes of any length. */
    public static ColumnType binary() {
        return of(Kind.BINARY);
    }

    /**
     * A text that is kept as a large object: on PostgreSQL a reference to one, an {@code oid}. Hibernate maps a text with
     * {@code @Lob} to it. Prefer {@link #text()} where nothing asks for a large object.
     */
    public static ColumnType clob() {
        return of(Kind.CLOB);
    }

    /**
     * Bytes that are kept as a large object: on PostgreSQL a reference to one, an {@code oid}. Hibernate maps bytes with
     * {@code @Lob} to it. Prefer {@link #binary()} where nothing asks for a large object.
     */
    public static ColumnType blob() {
        return of(Kind.BLOB);
    }

    /** A calendar day. */
    public static ColumnType date() {
        return of(Kind.DATE);
    }

    /** A time of day. */
    public static ColumnType time() {
        return of(Kind.TIME);
    }

    /** Date and time without a zone; UTC by this project's convention. */
    public static ColumnType timestamp() {
        return of(Kind.TIMESTAMP);
    }

    /** A point in time. */
    public static ColumnType timestampTz() {
        return of(Kind.TIMESTAMP_WITH_TIME_ZONE);
    }

    /** A universally unique identifier. */
    public static ColumnType uuid() {
        return of(Kind.UUID);
    }

    /** A JSON document. */
    public static ColumnType json() {
        return of(Kind.JSON);
    }

    /** A type exactly as the database spells it, for example {@code "citext"}; empty where SQLite has no type at all. */
    public static ColumnType declared(String declaration) {
        return new ColumnType(Kind.DECLARED, List.of(), declaration);
    }

    /** A type of {@code kind} with its arguments; for inspectors and generated code. */
    public static ColumnType of(Kind kind, Integer... arguments) {
        return new ColumnType(kind, List.of(arguments), "");
    }

    private static int positive(String type, int length) {
        if (length < 1) {
            throw ErrorCode.BAD_DEFINITION.with("Type " + type, "a length of " + length + " holds nothing");
        }
        return length;
    }

    /** The type as messages show it, for example {@code varchar(255)}. */
    @Override
    public String toString() {
        if (kind == Kind.DECLARED) {
            return declaration.isEmpty() ? "no type" : declaration.toLowerCase(Locale.ROOT);
        }
        if (arguments.isEmpty()) {
            return kind.label;
        }
        return arguments.stream().map(String::valueOf).collect(Collectors.joining(", ", kind.label + "(", ")"));
    }
}
