package dev.mhc.migrations.change;

import java.util.List;

/** Literals of all storage classes, few enough that some meet again. */
final class Values {

    private static final List<String> INTEGERS =
            List.of("0", "1", "2", "3", "7", "30", "-5", "42", "9007199254740993", "4611686018427387905");
    private static final List<String> TEXTS = List.of(
            "''",
            "'a'",
            "'b'",
            "'A'",
            "'ann'",
            "'it''s'",
            "'0010'",
            "'30'",
            "'w'",
            "'x'",
            "'7'",
            "'1.50'",
            "'2025-05-01 10:00:00.000'",
            "' pad '",
            "'1e3'",
            "'naïve'",
            "'9007199254740993'");
    private static final List<String> REALS = List.of("0.5", "1.5", "2.0", "-3.25", "1e300", "0.1", "30.0");
    private static final List<String> BLOBS = List.of("x''", "x'00ff'", "x'61'");

    private Values() {}

    static String any(Dice dice) {
        return dice.of(dice.of(INTEGERS, TEXTS, REALS, BLOBS, List.of("NULL")));
    }

    /** A value as the column would have it, mostly. */
    static String literal(Dice dice, TableModel table, ColumnModel column) {
        if (dice.percent(12)) {
            return "NULL";
        }
        if (!table.strict && dice.percent(10)) {
            return any(dice);
        }
        return switch (column.affinity()) {
            case "INTEGER" -> dice.of(INTEGERS);
            case "TEXT" -> dice.of(TEXTS);
            case "REAL" -> dice.of(dice.percent(70) ? REALS : INTEGERS);
            case "BLOB" -> column.type.isEmpty() ? any(dice) : dice.of(BLOBS);
            default -> table.strict ? any(dice) : dice.of(dice.percent(50) ? REALS : INTEGERS);
        };
    }

    /** A value that some parent has, for a column of a foreign key. */
    static String parent(Dice dice, ColumnModel column) {
        return column.affinity().equals("TEXT") ? dice.of("'a'", "'b'", "'ann'", "'30'") : dice.of("1", "2", "3", "7");
    }
}
