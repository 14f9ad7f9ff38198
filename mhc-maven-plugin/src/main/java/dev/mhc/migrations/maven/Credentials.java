package dev.mhc.migrations.maven;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** User and password of a database, for its driver and its tools alone: no text of this object has the password. */
final class Credentials {

    /** The variable in which the tools of PostgreSQL look for a password. */
    static final String TOOL_PASSWORD = "PGPASSWORD";

    /** For a database without users, and for those that a driver finds by itself. */
    static final Credentials NONE = new Credentials("no credentials", null, null);

    private final String origin;
    private final @Nullable String user;
    private final @Nullable String password;

    /**
     * Holds credentials.
     *
     * @param origin where they come from, as a message tells it
     */
    Credentials(String origin, @Nullable String user, @Nullable String password) {
        this.origin = origin;
        this.user = user;
        this.password = password;
    }

    String origin() {
        return origin;
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    /** What the driver gets beside the URL. */
    Properties forDriver() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        return properties;
    }

    /** Adds the password to the environment of a tool, the one place where nobody else reads it. */
    void addPassword(Map<String, String> environment) {
        if (password != null) {
            environment.put(TOOL_PASSWORD, password);
        }
    }

    /** Whether a text shows the password. */
    boolean isIn(String text) {
        return password != null && !password.isEmpty() && text.contains(password);
    }

    /** The text without the password. */
    String redact(String text) {
        return password == null || password.isEmpty() ? text : text.replace(password, "***");
    }

    @Override
    public String toString() {
        return origin;
    }
}
