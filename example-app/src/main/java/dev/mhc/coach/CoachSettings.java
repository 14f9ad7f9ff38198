package dev.mhc.coach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * How the application runs.
 *
 * @param url the JDBC URL of the database, which alone decides between SQLite and PostgreSQL
 * @param driver properties handed to the database driver
 * @param port where HTTP is served; 0 takes any free port
 */
public record CoachSettings(String url, Map<String, String> driver, int port) {

    private static final String RESOURCE = "/coach.properties";
    private static final String DRIVER_PREFIX = "driver.";

    public CoachSettings {
        driver = Map.copyOf(driver);
    }

    /**
     * The settings of {@code coach.properties}; the database may be named elsewhere by the system property {@code
     * mhc.url} or, without it, by the environment variable {@code MHC_URL}.
     */
    public static CoachSettings load() {
        Properties file = read();
        Map<String, String> driver = new HashMap<>();
        for (String name : file.stringPropertyNames()) {
            if (name.startsWith(DRIVER_PREFIX)) {
                driver.put(name.substring(DRIVER_PREFIX.length()), file.getProperty(name));
            }
        }
        String url = Optional.ofNullable(System.getProperty("mhc.url"))
                .or(() -> Optional.ofNullable(System.getenv("MHC_URL")))
                .orElseGet(() -> file.getProperty("mhc.url"));
        return new CoachSettings(url, driver, Integer.parseInt(file.getProperty("coach.port")));
    }

    /** The same settings for another database. */
    public CoachSettings withUrl(String otherUrl) {
        return new CoachSettings(otherUrl, driver, port);
    }

    /** The same settings on another port. */
    public CoachSettings withPort(int otherPort) {
        return new CoachSettings(url, driver, otherPort);
    }

    private static Properties read() {
        Properties file = new Properties();
        try (InputStream in = Objects.requireNonNull(CoachSettings.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + RESOURCE, e);
        }
        return file;
    }
}
