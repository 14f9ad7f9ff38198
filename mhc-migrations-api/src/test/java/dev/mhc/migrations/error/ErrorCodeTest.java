package dev.mhc.migrations.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyMessage_beginsWithItsCode_andUsesTheProjectsWords(ErrorCode code) {
        Object[] arguments = Collections.nCopies(12, "x").toArray();
        String message = String.valueOf(code.with(arguments).getMessage());
        assertThat(message).startsWith("[" + code.label() + "] ").doesNotContain("%");
        assertThat(message).doesNotContainIgnoringCase("invalid").doesNotContain("!", "error occurred");
    }

    @Test
    void severalProblems_becomeOneException_withTheCodeOfTheFirst() {
        MigrationException first = ErrorCode.HISTORY_DAMAGED.with("h", "a");
        MigrationException second = ErrorCode.OUT_OF_ORDER.with("1", "2");
        MigrationException both = MigrationException.of(List.of(first, second));
        assertThat(both.code()).isEqualTo(ErrorCode.HISTORY_DAMAGED);
        assertThat(both).hasMessage(first.getMessage() + "\n" + second.getMessage());
        assertThat(MigrationException.of(List.of(second))).isSameAs(second);
    }
}
