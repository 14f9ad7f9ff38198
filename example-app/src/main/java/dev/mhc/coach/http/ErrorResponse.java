package dev.mhc.coach.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mhc.coach.store.ConflictException;
import dev.mhc.coach.store.NotFoundException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The body of every answer that is not the one asked for.
 *
 * @param status the HTTP status
 * @param error what is wrong, for people
 */
record ErrorResponse(int status, @Nullable String error) {

    private static final Logger LOG = System.getLogger(ErrorResponse.class.getName());

    static void addTo(RoutesConfig routes) {
        routes.exception(NotFoundException.class, (e, context) -> answer(context, HttpStatus.NOT_FOUND, e));
        routes.exception(ConflictException.class, (e, context) -> answer(context, HttpStatus.CONFLICT, e));
        routes.exception(BadRequestException.class, (e, context) -> answer(context, HttpStatus.BAD_REQUEST, e));
        routes.exception(JsonProcessingException.class, ErrorResponse::unreadable);
        routes.exception(
                HttpResponseException.class,
                (e, context) -> answer(context, HttpStatus.forStatus(e.getStatus()), e.getMessage()));
        routes.exception(Exception.class, ErrorResponse::unexpected);
    }

    private static void unreadable(JsonProcessingException e, Context context) {
        // What a record's own constructor refuses arrives as the cause of Jackson's exception.
        if (e.getCause() instanceof BadRequestException refused) {
            answer(context, HttpStatus.BAD_REQUEST, refused);
        } else {
            answer(context, HttpStatus.BAD_REQUEST, "The body is not the JSON that was expected here.");
        }
    }

    private static void unexpected(Exception e, Context context) {
        LOG.log(Level.ERROR, context.method() + " " + context.path() + " failed", e);
        answer(context, HttpStatus.INTERNAL_SERVER_ERROR, "The coach could not do this; its log says why.");
    }

    private static void answer(Context context, HttpStatus status, Exception e) {
        answer(context, status, e.getMessage());
    }

    private static void answer(Context context, HttpStatus status, @Nullable String error) {
        context.status(status).json(new ErrorResponse(status.getCode(), error));
    }
}
