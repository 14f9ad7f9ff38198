package dev.mhc.migrations.change;

import dev.mhc.migrations.schema.ColumnType;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A type that a column may get.
 *
 * @param declared how a table declares it
 * @param strict how a STRICT table declares it; empty if it cannot
 * @param fits which values it is for
 */
record NewType(ColumnType type, String declared, String strict, Fits fits) {

    enum Fits {
        SMALL,
        WHOLE,
        BOOLEAN,
        REAL,
        TEXT,
        SHORT_TEXT,
        BLOB,
        ANYTHING,
        /** Nobody but the tool says. */
        UNKNOWN
    }

    static final List<NewType> ALL = List.of(
            new NewType(ColumnType.integer(), "INTEGER", "INTEGER", Fits.SMALL),
            new NewType(ColumnType.bigint(), "BIGINT", "INTEGER", Fits.WHOLE),
            new NewType(ColumnType.text(), "TEXT", "TEXT", Fits.TEXT),
            new NewType(ColumnType.varchar(20), "VARCHAR(20)", "TEXT", Fits.SHORT_TEXT),
            new NewType(ColumnType.doublePrecision(), "DOUBLE PRECISION", "REAL", Fits.REAL),
            new NewType(ColumnType.bool(), "BOOLEAN", "INTEGER", Fits.BOOLEAN),
            new NewType(ColumnType.decimal(10, 2), "DECIMAL(10,2)", "ANY", Fits.UNKNOWN),
            new NewType(ColumnType.timestamp(), "TIMESTAMP", "TEXT", Fits.UNKNOWN),
            new NewType(ColumnType.binary(), "BLOB", "BLOB", Fits.BLOB),
            new NewType(ColumnType.json(), "JSON_TEXT", "TEXT", Fits.UNKNOWN),
            new NewType(ColumnType.declared("NUMERIC"), "NUMERIC", "", Fits.UNKNOWN),
            new NewType(ColumnType.declared("citext"), "citext", "", Fits.TEXT),
            new NewType(ColumnType.declared("ANY"), "", "ANY", Fits.ANYTHING),
            new NewType(ColumnType.declared(""), "", "", Fits.ANYTHING));

    private static final Pattern INTEGER = Pattern.compile("-?\\d+");
    private static final Pattern CANONICAL = Pattern.compile("0|-?[1-9]\\d*");
    private static final BigDecimal EXACT = new BigDecimal(1L << 53);

    static List<NewType> of(TableModel table) {
        return ALL.stream()
                .filter(it -> table.strict
                        ? !it.strict.isEmpty()
                        : !it.declared.isEmpty() || it.type.equals(ColumnType.declared("")))
                .toList();
    }

    String in(TableModel table) {
        return table.strict ? strict : declared;
    }

    /** Whether a value may be refused. */
    boolean mayRefuse(String literal) {
        boolean text = literal.startsWith("'");
        String inner = text ? literal.substring(1, literal.length() - 1).replace("''", "'") : literal;
        boolean whole = (text ? CANONICAL : INTEGER).matcher(inner).matches();
        boolean blob = literal.startsWith("X'");
        if (literal.equals("NULL")) {
            return false;
        }
        return switch (fits) {
            case SMALL -> !whole || !within(inner, Integer.MAX_VALUE);
            case WHOLE -> !whole;
            case BOOLEAN -> !inner.equals("0") && !inner.equals("1");
            case REAL -> blob || (text && !whole) || (whole && !within(inner, 1L << 53));
            case TEXT -> blob || isReal(literal);
            case SHORT_TEXT -> blob || isReal(literal) || inner.length() > 20;
            case BLOB -> !blob;
            case ANYTHING -> false;
            case UNKNOWN -> true;
        };
    }

    private static boolean isReal(String literal) {
        return literal.contains("e") && !literal.startsWith("'");
    }

    private static boolean within(String whole, long limit) {
        return new BigDecimal(whole).abs().compareTo(BigDecimal.valueOf(limit)) <= 0;
    }

    /** Whether a value that was stored again is still the same number, text or bytes. */
    static boolean isSame(String before, String after) {
        if (before.equals(after)) {
            return true;
        }
        if (before.startsWith("X'") || after.startsWith("X'") || before.equals("NULL") || after.equals("NULL")) {
            return false;
        }
        boolean fromText = before.startsWith("'");
        boolean toText = after.startsWith("'");
        String old = fromText ? before.substring(1, before.length() - 1) : before;
        String now = toText ? after.substring(1, after.length() - 1) : after;
        try {
            BigDecimal number = new BigDecimal(old);
            if (number.compareTo(new BigDecimal(now)) != 0) {
                return false;
            }
            // A number that was a text must come back as that text, but for a double's way of writing it.
            return !fromText || CANONICAL.matcher(old).matches() || old.equals(now) || isPlain(old, number);
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static boolean isPlain(String text, BigDecimal number) {
        return number.abs().compareTo(EXACT) < 0 && text.equals(number.toPlainString());
    }
}
