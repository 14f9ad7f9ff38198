package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.Aftermath;
import dev.mhc.migrations.dialect.SqlSplitter;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.TransactionWords;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import dev.mhc.migrations.operation.ExecuteSql;
import dev.mhc.migrations.operation.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** SQL that a migration gives as it is: the driver takes one statement a call and drops the rest silently. */
final class SqliteScript {

    /** Settings that fail, do nothing, or outlive the migration when they are changed in its transaction. */
    private static final Set<String> SETTINGS = Set.of(
            "AUTO_VACUUM",
            "BUSY_TIMEOUT",
            "CASE_SENSITIVE_LIKE",
            "COUNT_CHANGES",
            "ENCODING",
            "FOREIGN_KEYS",
            "FULL_COLUMN_NAMES",
            "IGNORE_CHECK_CONSTRAINTS",
            "JOURNAL_MODE",
            "LEGACY_ALTER_TABLE",
            "LOCKING_MODE",
            "PAGE_SIZE",
            "QUERY_ONLY",
            "RECURSIVE_TRIGGERS",
            "REVERSE_UNORDERED_SELECTS",
            "SYNCHRONOUS",
            "WAL_CHECKPOINT",
            "WRITABLE_SCHEMA");

    private SqliteScript() {}

    static List<Step> render(Sql sql) {
        return sql.sqlite().stream()
                .flatMap(text -> SqlSplitter.split(text).stream())
                .map(SqliteScript::step)
                .toList();
    }

    /** A VACUUM by itself, since it runs only outside of a transaction. */
    static List<ExecuteSql> divide(ExecuteSql operation) {
        try {
            List<String> statements = operation.sql().sqlite().stream()
                    .flatMap(text -> SqlSplitter.split(text).stream())
                    .toList();
            return statements.size() > 1 && statements.stream().anyMatch(SqliteScript::isVacuum)
                    ? statements.stream()
                            .map(statement ->
                                    new ExecuteSql(Sql.sqlite(statement).postgresql(Sql.none())))
                            .toList()
                    : List.of(operation);
        } catch (MigrationException unreadable) {
            // Rendering meets it again, and tells.
            return List.of(operation);
        }
    }

    /** Why it runs only outside of a transaction, if it does. */
    static Optional<String> outsideTransaction(ExecuteSql part) {
        return part.sql()
                .sqlite()
                .filter(SqliteScript::isVacuum)
                .map(sql -> "VACUUM runs only outside of a transaction");
    }

    /** A VACUUM can be run again; one that writes another file finds that there. */
    static Aftermath aftermath(ExecuteSql part) {
        boolean writesFile = part.sql().sqlite().stream()
                .flatMap(sql -> Token.read(sql).stream())
                .anyMatch(token -> token.text().equalsIgnoreCase("INTO"));
        return writesFile ? new Aftermath.Unknown() : new Aftermath.Again(List.of());
    }

    private static boolean isVacuum(String sql) {
        List<Token> tokens = Token.read(sql);
        return !tokens.isEmpty() && tokens.get(0).text().equalsIgnoreCase("VACUUM");
    }

    private static Step step(String statement) {
        TransactionWords.refuse(statement);
        List<Token> tokens = Token.read(statement);
        switch (tokens.isEmpty() ? "" : tokens.get(0).text().toUpperCase(Locale.ROOT)) {
            case "ATTACH", "DETACH" ->
                throw refusal(
                        statement, "A migration changes one database. Copy from another one by a program of its own.");
            // No statements of SQLite: its driver reads them, and copies the whole database.
            case "BACKUP", "RESTORE" -> throw refusal(statement, "Copy the database outside of migrations.");
            case "PRAGMA" -> refuseSetting(statement, tokens);
            default -> {
                return Step.Statement.of(statement);
            }
        }
        return Step.Statement.of(statement);
    }

    private static void refuseSetting(String statement, List<Token> tokens) {
        boolean qualified = tokens.size() > 3 && tokens.get(2).isSymbol('.');
        int name = qualified ? 3 : 1;
        if (tokens.size() > name
                && SETTINGS.contains(tokens.get(name).unquoted().toUpperCase(Locale.ROOT))) {
            throw refusal(
                    statement, "Leave it out: the framework sets what a migration needs; set the rest in the URL.");
        }
    }

    private static RuntimeException refusal(String statement, String wayOut) {
        return ErrorCode.STATEMENT_NOT_IN_TRANSACTION.with(statement, wayOut);
    }
}
