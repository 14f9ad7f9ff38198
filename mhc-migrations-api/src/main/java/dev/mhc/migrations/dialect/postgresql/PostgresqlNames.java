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
        int length = name.getBytes(StandardCharsets.UTF_8).length;
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

    /** Identifiers in parentheses. */
    static String list(Collection<String> names) {
        return names.stream().map(PostgresqlNames::identifier).collect(Collectors.joining(", ", "(", ")"));
    }
}
