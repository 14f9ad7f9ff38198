package dev.mhc.migrations.dialect;

import dev.mhc.migrations.dialect.SqlLexer.Kind;
import dev.mhc.migrations.dialect.SqlLexer.Reading;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.util.List;
import java.util.Set;

/** Keeps statements that begin or end a transaction out of migrations. */
public final class TransactionWords {

    private static final Set<String> WORDS =
            Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE");

    private TransactionWords() {}

    /**
     * Goes on if no statement in {@code sql} begins, ends, saves or prepares a transaction, as neither SQLite nor
     * PostgreSQL reads it.
     *
     * @throws MigrationException with the code {@code TransactionWord}
     */
    public static void refuse(String sql) {
        for (Reading reading : Reading.values()) {
            for (String statement : statements(sql, reading)) {
                if (isTransactionWord(statement, reading)) {
                    throw ErrorCode.TRANSACTION_WORD.with(statement);
                }
            }
        }
    }

    /** Text that a database cannot read is left to it; what it begins with still counts. */
    private static List<String> statements(String sql, Reading reading) {
        try {
            return SqlSplitter.split(sql, reading);
        } catch (MigrationException notClosed) {
            return List.of(sql);
        }
    }

    private static boolean isTransactionWord(String statement, Reading reading) {
        SqlLexer lexer = new SqlLexer(statement, reading);
        try {
            Kind kind = lexer.next();
            while (kind == Kind.SEMICOLON) {
                // Databases pass over empty statements.
                kind = lexer.next();
            }
            if (kind != Kind.WORD) {
                return false;
            }
            String first = lexer.word();
            return WORDS.contains(first)
                    || (first.equals("PREPARE")
                            && lexer.next() == Kind.WORD
                            && lexer.word().equals("TRANSACTION"));
        } catch (MigrationException notClosed) {
            return false;
        }
    }
}
