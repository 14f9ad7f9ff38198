package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.dialect.SqlWriter;
import dev.mhc.migrations.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names as PostgreSQL keeps them: it cuts longer ones without a word, so that two names can become one. */
final class PostgresqlNames {

    private static final int LONGEST = 63;

    private PostgresqlNames() {}

    static String identifier(String name) {
        int length = bytes(name).length;
        if (length > LONGEST) {
            throw ErrorCode.IDENTIFIER_TOO_LONG.with(name, length, LONGEST);
        }
        return SqlWriter.identifier(name);
    }

    /** The name of a table, view or index, with its schema before the first dot, if there is one. */
    static String table(String name) {
        return schema(name).map(it -> identifier(it) + ".").orElse("") + identifier(bare(name));
    }

    /** The schema that a name says. */
    static Optional<String> schema(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(name.substring(0, dot));
    }

    /** A name without its schema. */
    static String bare(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    /**
     * The name that PostgreSQL gives a constraint whose statement has none: the longer of table and columns is cut until
     * all of it fits.
     */
    static String chosen(String table, String columns, String suffix) {
        int room = LONGEST - suffix.length() - 2;
        int ofTable = bytes(table).length;
        int ofColumns = bytes(columns).length;
        while (ofTable + ofColumns > room) {
            if (ofTable > ofColumns) {
                ofTable--;
            } else {
                ofColumns--;
            }
        }
        return cut(table, ofTable) + "_" + cut(columns, ofColumns) + "_" + suffix;
    }

    /** No character is cut in two. */
    private static String cut(String name, int length) {
        byte[] all = bytes(name);
        int end = length;
        while (end > 0 && end < all.length && (all[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(all, 0, end, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** Identifiers in parentheses. */
    static String list(Collection<String> names) {
        return names.stream().map(PostgresqlNames::identifier).collect(Collectors.joining(", ", "(", ")"));
    }
}
