package dev.mhc.coach.http;

import dev.mhc.coach.entity.User;
import dev.mhc.coach.store.Users;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code /users}. */
final class UserResource {

    private final Users users;

    UserResource(Users users) {
        this.users = users;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/users", this::create);
        routes.get("/users", this::list);
        routes.get("/users/{user}", this::get);
    }

    /** What a new user sends. */
    record NewUser(
            String email,
            String password,
            @Nullable String firstName,
            @Nullable String lastName) {
        NewUser {
            email = Request.string("email", email);
            password = Request.text("password", password);
            firstName = Request.optionalString("firstName", firstName);
            lastName = Request.optionalString("lastName", lastName);
        }
    }

    /** What others may know of a user. */
    record UserResponse(
            @Nullable Long id,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            boolean active,
            boolean verified,
            Instant createdAt,
            Instant updatedAt) {

        static UserResponse of(User user) {
            return new UserResponse(
                    user.getId(),
                    user.getEmail(),
                    user.getFirstName(),
                    user.getLastName(),
                    user.isActive(),
                    user.isVerified(),
                    user.getCreatedAt(),
                    user.getUpdatedAt());
        }
    }

    private void create(Context context) {
        NewUser body = Request.body(context, NewUser.class);
        User user = users.create(body.email(), body.password(), body.firstName(), body.lastName());
        context.status(HttpStatus.CREATED)
                .header("Location", "/users/" + user.getId())
                .json(UserResponse.of(user));
    }

    private void list(Context context) {
        context.json(users.list().stream().map(UserResponse::of).toList());
    }

    private void get(Context context) {
        context.json(UserResponse.of(users.get(Request.id(context, "user"))));
    }
}
