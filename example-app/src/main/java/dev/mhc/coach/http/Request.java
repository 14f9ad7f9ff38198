package dev.mhc.coach.http;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a request; each method refuses with a {@link BadRequestException} that names the part. */
final class Request {

    /** What a {@code string} column holds. */
    private static final int STRING_LENGTH = 255;

    private Request() {}

    /** The number in the path at {@code name}. */
    static long id(Context context, String name) {
        String text = context.pathParam(name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadRequestException("\"" + text + "\" in the path is no number.");
        }
    }

    /** The body, which must be a JSON object of this shape. */
    static <T> T body(Context context, Class<T> type) {
        // Checked here because Javalin itself fails on a body that is JSON's null.
        String body = context.body().strip();
        if (body.isEmpty() || body.equals("null")) {
            throw new BadRequestException("The body is missing.");
        }
        return context.bodyAsClass(type);
    }

    /** A value that must be there. */
    static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw new BadRequestException(name + " is missing.");
        }
        return value;
    }

    /** A text that must be there and not be blank. */
    static String text(String name, @Nullable String value) {
        String given = storable(name, given(name, value));
        if (given.isBlank()) {
            throw new BadRequestException(name + " is blank.");
        }
        return given;
    }

    /** A text that need not be there. */
    static @Nullable String optionalText(String name, @Nullable String value) {
        return value == null ? null : storable(name, value);
    }

    /** A text that must be there, not be blank, and be short enough for its column. */
    static String string(String name, @Nullable String value) {
        return fitting(name, text(name, value));
    }

    /** A text that need not be there, but where it is must be short enough for its column. */
    static @Nullable String optionalString(String name, @Nullable String value) {
        return value == null ? null : fitting(name, storable(name, value));
    }

    /** PostgreSQL stores every character but this one; what one database refuses none shall take. */
    private static String storable(String name, String value) {
        if (value.indexOf('\0') >= 0) {
            throw new BadRequestException(name + " has a NUL character.");
        }
        return value;
    }

    private static String fitting(String name, String value) {
        if (value.codePointCount(0, value.length()) > STRING_LENGTH) {
            throw new BadRequestException(name + " is longer than " + STRING_LENGTH + " characters.");
        }
        return value;
    }
}
