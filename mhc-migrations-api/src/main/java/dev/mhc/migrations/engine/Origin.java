package dev.mhc.migrations.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;

/** Who writes to a history. Read when the first row is written, not before. */
final class Origin {

    static final String USER = cut(System.getProperty("user.name", "unknown"));
    static final String HOST = cut(host());
    static final String TOOL_VERSION = toolVersion();

    private Origin() {}

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    private static String toolVersion() {
        Properties properties = new Properties();
        try (InputStream in = Origin.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    private static String cut(String text) {
        return text.length() <= 255 ? text : text.substring(0, 255);
    }
}
