package dev.mhc.coach;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the application is to a database server. */
record Login(String user, @Nullable String password) {

    /**
     * The login of the environment: {@code MHC_USER} and {@code MHC_PASSWORD}, as the Maven goals have them. Empty where it
     * has none, and for a file: then the URL or the driver knows better.
     */
    static Optional<Login> of(Map<String, String> environment, String url) {
        String user = environment.get("MHC_USER");
        return user == null || DatabaseLocation.isFile(url)
                ? Optional.empty()
                : Optional.of(new Login(user, environment.get("MHC_PASSWORD")));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user;
    }
}
