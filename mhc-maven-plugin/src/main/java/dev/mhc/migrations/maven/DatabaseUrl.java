package dev.mhc.migrations.maven;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A JDBC URL that a goal may connect to: of a supported database, without a secret, loading no code, its path absolute.
 *
 * @param jdbcUrl what the driver gets
 * @param file the database file, where there is one
 */
record DatabaseUrl(String jdbcUrl, Optional<Path> file) {

    static final String SQLITE = "jdbc:sqlite:";
    static final String POSTGRESQL = "jdbc:postgresql:";

    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(password|passwd|pwd|passphrase|secret|token|hexkey)|key");
    private static final Pattern OPTION_NAME = Pattern.compile("(?<=[?&;])([^=&;?]*)=");

    /** A semicolon separates options only where it has one behind it; else it may be a part of a password. */
    private static final Pattern OPTION_VALUE = Pattern.compile("(?:[^&;]|;(?![^=&;]*=))*");

    private static final Pattern USER_INFO = Pattern.compile("(?<=//)([^/?#@:]*):([^?]*)@");
    private static final Set<String> UNSAFE = Set.of(
            "enable_load_extension",
            "socketfactory",
            "socketfactoryarg",
            "sslfactory",
            "sslfactoryarg",
            "sslhostnameverifier",
            "sslpasswordcallback",
            "authenticationpluginclassname",
            "xmlfactoryfactory",
            "jaasapplicationname",
            "loggerfile",
            "connectexecutor",
            "connectexecutorarg",
            "classloaderstrategy");

    /** Settings that make a server load a library for the session; "-" and "_" are the same to it, a backslash nothing. */
    private static final Pattern UNSAFE_SETTING = Pattern.compile("preload_libraries|dynamic_library_path");

    /**
     * Finds the database that a user names.
     *
     * @param folder what a relative path starts from
     * @param url the value of {@code mhc.url}
     * @param database the value of {@code mhc.database}
     */
    static DatabaseUrl of(String goal, Path folder, Optional<String> url, Optional<String> database)
            throws MojoExecutionException {
        if (url.isEmpty() && database.isEmpty()) {
            throw GoalError.MISSING_URL.with(goal);
        }
        if (url.isEmpty()) {
            return ofFile(folder, database.get());
        }
        DatabaseUrl byUrl = parse(folder, url.get());
        if (database.isPresent()) {
            DatabaseUrl byFile = ofFile(folder, database.get());
            if (!byUrl.file().equals(byFile.file())) {
                throw GoalError.TWO_DATABASES.with(byUrl, byFile);
            }
        }
        return byUrl;
    }

    /** The URL with every secret in it replaced. */
    static String redact(String url) {
        String withoutUserInfo = USER_INFO.matcher(url).replaceAll("$1:***@");
        StringBuilder redacted = new StringBuilder();
        Matcher name = OPTION_NAME.matcher(withoutUserInfo);
        Matcher value = OPTION_VALUE.matcher(withoutUserInfo);
        int end = 0;
        while (name.find(end)) {
            redacted.append(withoutUserInfo, end, name.end());
            end = name.end();
            if (isSecret(name.group(1)) && value.find(end)) {
                redacted.append("***");
                end = value.end();
            }
        }
        return redacted.append(withoutUserInfo, end, withoutUserInfo.length()).toString();
    }

    /** The URL without what says who connects, for reports that go to other people than the log. */
    String withoutCredentials() {
        String url = redact(jdbcUrl);
        int query = url.indexOf('?');
        if (isSqlite() || query < 0) {
            return url;
        }
        String options = Arrays.stream(url.substring(query + 1).split("&", -1))
                .filter(option -> !decoded(option.split("=", 2)[0]).strip().equals("user"))
                .collect(Collectors.joining("&"));
        return url.substring(0, query) + (options.isEmpty() ? "" : "?" + options);
    }

    boolean isSqlite() {
        return jdbcUrl.startsWith(SQLITE);
    }

    /** The database as people know it: its file, else its URL without secrets. */
    @Override
    public String toString() {
        return file.map(Path::toString).orElseGet(() -> redact(jdbcUrl));
    }

    private static DatabaseUrl ofFile(Path folder, String database) throws MojoExecutionException {
        if (database.startsWith("jdbc:")
                || database.contains("://")
                || database.indexOf('?') >= 0
                || isSpecial(database)) {
            throw GoalError.UNSUPPORTED_SQLITE_PATH.with(redact(database));
        }
        return sqlite(folder, SQLITE + database, database, "");
    }

    private static DatabaseUrl parse(Path folder, String written) throws MojoExecutionException {
        String url = written.strip();
        String redacted = redact(url);
        if (!redacted.equals(url)) {
            throw GoalError.SECRET_IN_URL.with(redacted);
        }
        if (!url.startsWith(SQLITE) && !url.startsWith(POSTGRESQL)) {
            throw GoalError.UNSUPPORTED_URL.with(redacted);
        }
        for (String option : options(url)) {
            if (UNSAFE.contains(option.toLowerCase(Locale.ROOT))) {
                throw GoalError.UNSAFE_URL_OPTION.with(option, redacted);
            }
        }
        if (url.startsWith(POSTGRESQL)) {
            return postgresql(url);
        }
        int query = url.indexOf('?');
        String path = query < 0 ? url.substring(SQLITE.length()) : url.substring(SQLITE.length(), query);
        if (path.isBlank() || path.contains(":memory:")) {
            throw GoalError.TEMPORARY_DATABASE.with(url);
        }
        if (isSpecial(path)) {
            throw GoalError.UNSUPPORTED_SQLITE_PATH.with(url);
        }
        return sqlite(folder, url, path, query < 0 ? "" : url.substring(query));
    }

    private static DatabaseUrl postgresql(String url) throws MojoExecutionException {
        PostgresqlUrl parts =
                PostgresqlUrl.parse(url).orElseThrow(() -> GoalError.UNSUPPORTED_POSTGRESQL_URL.with(redact(url)));
        String settings = parts.option("options").orElse("");
        String spelled = settings.replace("\\", "").replace('-', '_').toLowerCase(Locale.ROOT);
        if (UNSAFE_SETTING.matcher(spelled).find()) {
            throw GoalError.UNSAFE_SERVER_SETTING.with(redact(url));
        }
        return new DatabaseUrl(url, Optional.empty());
    }

    private static DatabaseUrl sqlite(Path folder, String url, String path, String query)
            throws MojoExecutionException {
        try {
            Path file = folder.resolve(path).toAbsolutePath().normalize();
            return new DatabaseUrl(SQLITE + file + query, Optional.of(file));
        } catch (InvalidPathException e) {
            throw GoalError.UNSUPPORTED_SQLITE_PATH.causedBy(e, url.replace("\0", "\\0"));
        }
    }

    /** The driver gives these prefixes a meaning of their own. */
    private static boolean isSpecial(String path) {
        return path.startsWith("file:") || path.startsWith(":");
    }

    private static boolean isSecret(String option) {
        return SECRET_NAME.matcher(decoded(option).strip()).matches();
    }

    private static List<String> options(String url) {
        int query = url.indexOf('?');
        List<String> names = new ArrayList<>();
        if (query >= 0) {
            for (String option : url.substring(query + 1).split("[&;]", -1)) {
                names.add(decoded(option.split("=", 2)[0]).strip());
            }
        }
        return names;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
