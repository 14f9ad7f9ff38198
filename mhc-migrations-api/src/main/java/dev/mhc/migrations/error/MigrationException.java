package dev.mhc.migrations.error;

import java.util.List;
import java.util.stream.Collectors;
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

    /**
     * One exception for several problems found together, with all their messages and the code and
     * cause of the first.
     *
     * @param problems at least one
     */
    public static MigrationException of(List<MigrationException> problems) {
        MigrationException first = problems.get(0);
        if (problems.size() == 1) {
            return first;
        }
        String message = problems.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
        return new MigrationException(first.code, message, first.getCause());
    }

    /** The code, the subject, what was expected and found, and the way out. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What went wrong, for programs to tell apart. */
    public ErrorCode code() {
        return code;
    }
}
