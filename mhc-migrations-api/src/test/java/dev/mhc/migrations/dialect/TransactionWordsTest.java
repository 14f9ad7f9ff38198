package dev.mhc.migrations.dialect;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN",
                "begin immediate",
                "START TRANSACTION",
                "Commit;",
                "END",
                "  -- done\n /* now */ ROLLBACK",
                "ABORT",
                "SAVEPOINT a",
                "RELEASE a",
                "PREPARE /* */ TRANSACTION 'x'",
                "\uFEFFCOMMIT",
                "; COMMIT",
                "SELECT 1; COMMIT",
                "-- hidden\rCOMMIT",
                "/* /* */ COMMIT; -- */",
                "COMMIT; SELECT 'open",
                ";; /* */ ; COMMIT; SELECT 'open"
            })
    void transactionWord_isRefused(String sql) {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> TransactionWords.refuse(sql))
                .extracting(MigrationException::code)
                .isEqualTo(ErrorCode.TRANSACTION_WORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'COMMIT'",
                "\"commit\"",
                "",
                "-- COMMIT",
                "CREATE TRIGGER a AFTER INSERT ON t BEGIN SELECT 1; END",
                "DO $$ BEGIN NULL; END; $$",
                "PREPARE transactions AS SELECT 1",
                "UPDATE t SET a = ? WHERE b = $1",
                "INSERT INTO t VALUES ('open"
            })
    void otherStatement_passes(String sql) {
        assertThatCode(() -> TransactionWords.refuse(sql)).doesNotThrowAnyException();
    }
}
