package dev.mhc.migrations.maven;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/** Tells PostgreSQL's own tools, by environment variables, to connect as the JDBC driver does. */
final class ToolEnvironment {

    /** What may stay of a user's own: the tools and the driver read both of these files. */
    private static final Set<String> SHARED = Set.of("PGPASSFILE", "PGSYSCONFDIR");

    /** Driver options that mean the same to the tools, under another name. */
    private static final Map<String, String> VARIABLES = Map.of(
            "sslmode", "PGSSLMODE",
            "sslrootcert", "PGSSLROOTCERT",
            "sslcert", "PGSSLCERT",
            "sslkey", "PGSSLKEY",
            "sslnegotiation", "PGSSLNEGOTIATION",
            "channelbinding", "PGCHANNELBINDING",
            "requireauth", "PGREQUIREAUTH",
            "gssencmode", "PGGSSENCMODE",
            "kerberosservername", "PGKRBSRVNAME",
            "options", "PGOPTIONS");

    private ToolEnvironment() {}

    /** Whether a variable of the build's own environment would lead the tools elsewhere. */
    static boolean isForeign(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return (name.startsWith("PG") && !SHARED.contains(name)) || name.equals("LC_ALL") || name.equals("LANGUAGE");
    }

    /**
     * The variables for a URL.
     *
     * @param server what the driver found at that URL
     * @throws MojoExecutionException if the URL says something that the tools do not understand
     */
    static Map<String, String> of(DatabaseUrl url, Credentials credentials, PostgresqlServer server)
            throws MojoExecutionException {
        PostgresqlUrl parts = PostgresqlUrl.parse(url.jdbcUrl()).orElseThrow();
        if (parts.hosts().size() > 1) {
            throw GoalError.URL_NOT_FOR_TOOLS.with(url, "names several hosts");
        }
        for (String option : List.of("service", "localsocketaddress")) {
            if (parts.option(option).isPresent()) {
                throw GoalError.URL_NOT_FOR_TOOLS.with(url, "has the option " + option);
            }
        }
        Map<String, String> variables = new HashMap<>();
        variables.put("LC_ALL", "C");
        variables.put("PGHOST", parts.hosts().get(0).replaceAll("[\\[\\]]", ""));
        variables.put("PGPORT", parts.ports().get(0));
        variables.put("PGUSER", server.user());
        variables.put("PGDATABASE", server.database());
        VARIABLES.forEach(
                (option, variable) -> parts.option(option).ifPresent(value -> variables.put(variable, value)));
        Optional<String> key = parts.option("sslkey").filter(it -> it.matches("(?i).*\\.(pk8|p12|pfx)"));
        if (key.isPresent()) {
            throw GoalError.URL_NOT_FOR_TOOLS.with(url, "names a key that only the driver can read, " + key.get());
        }
        parts.option("ssl")
                .filter(ssl -> ssl.isEmpty() || ssl.equalsIgnoreCase("true"))
                .ifPresent(ssl -> variables.putIfAbsent("PGSSLMODE", "verify-full"));
        credentials.addPassword(variables);
        return variables;
    }
}
