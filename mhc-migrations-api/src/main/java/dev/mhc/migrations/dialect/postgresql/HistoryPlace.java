package dev.mhc.migrations.dialect.postgresql;

import dev.mhc.migrations.error.ErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the history table is, or will be. A search path that was changed between two runs would make a second history, and
 * the migrations would run again into another schema; so where a history exists elsewhere, nobody guesses.
 *
 * @param name the table with its schema, as operations name it
 */
record HistoryPlace(String name) {

    private static final String QUERY = """
            SELECT pg_catalog.current_schema(), pg_catalog.current_setting('search_path'),
              (SELECT pg_catalog.string_agg(n.nspname::pg_catalog.text, ', ' ORDER BY n.nspname)
               FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
               WHERE c.relname OPERATOR(pg_catalog.=) ?::pg_catalog.name
                 AND c.relkind OPERATOR(pg_catalog.=) ANY (ARRAY['r', 'p']::pg_catalog."char"[])
                 AND c.relpersistence OPERATOR(pg_catalog.<>) 't'::pg_catalog."char"
                 AND n.nspname OPERATOR(pg_catalog.<>) pg_catalog.current_schema()),
              EXISTS (SELECT FROM pg_catalog.pg_class c
               WHERE c.relname OPERATOR(pg_catalog.=) ?::pg_catalog.name
                 AND c.relnamespace OPERATOR(pg_catalog.=)
                   (SELECT oid FROM pg_catalog.pg_namespace
                    WHERE nspname OPERATOR(pg_catalog.=) pg_catalog.current_schema()))
            """;

    static HistoryPlace find(Connection connection, String history) throws SQLException {
        List<@Nullable String> row = PostgresqlQuery.row(connection, QUERY, history, history);
        String current = row.get(0);
        String elsewhere = row.get(2);
        if (current == null) {
            throw ErrorCode.NO_CURRENT_SCHEMA.with(row.get(1), connection.getCatalog());
        }
        if (history.contains(".")) {
            return new HistoryPlace(history);
        }
        String here = current + "." + history;
        if (elsewhere != null && !"t".equals(row.get(3))) {
            throw ErrorCode.HISTORY_ELSEWHERE.with(history, elsewhere, connection.getCatalog(), current, here);
        }
        return new HistoryPlace(here);
    }
}
