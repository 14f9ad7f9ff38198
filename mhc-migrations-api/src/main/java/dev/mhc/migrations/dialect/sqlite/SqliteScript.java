package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.SqlSplitter;
import dev.mhc.migrations.dialect.Step;
import dev.mhc.migrations.dialect.TransactionWords;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.operation.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** SQL that a migration gives as it is: the driver takes one statement a call and drops the rest silently. */
final class SqliteScript {

    /** Settings that fail, do nothing, or outlive the migration when they are changed in its transaction. */
    private static final Set<String> SETTINGS = Set.of(
            "AUTO_VACUUM",
            "BUSY_TIMEOUT",
            "ENCODING",
            "FOREIGN_KEYS",
            "JOURNAL_MODE",
            "LEGACY_ALTER_TABLE",
            "LOCKING_MODE",
            "PAGE_SIZE",
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

    private static Step step(String statement) {
        TransactionWords.refuse(statement);
        List<Token> tokens = Token.read(statement);
        switch (tokens.isEmpty() ? "" : tokens.get(0).text().toUpperCase(Locale.ROOT)) {
            case "VACUUM" -> throw refusal(statement, "Run it by itself, outside of migrations.");
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
