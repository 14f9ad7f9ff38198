package dev.mhc.coach.http;

/** A request that says too little or something that cannot be. */
final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequestException(String message) {
        super(message);
    }
}
