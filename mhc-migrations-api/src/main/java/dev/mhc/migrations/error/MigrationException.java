package dev.mhc.migrations.error;

import org.jspecify.annotations.Nullable;

/**
 * The one exception of this library. Its message names the subject, what was expected and found, and the way out;
 * it starts with the code in brackets, which never changes between releases.
 */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    MigrationException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What went wrong, for programs to tell apart. */
    public ErrorCode code() {
        return code;
    }
}
