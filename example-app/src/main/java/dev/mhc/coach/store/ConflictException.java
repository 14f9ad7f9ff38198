package dev.mhc.coach.store;

import org.jspecify.annotations.Nullable;

/** Something cannot be stored beside what is there already. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConflictException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
