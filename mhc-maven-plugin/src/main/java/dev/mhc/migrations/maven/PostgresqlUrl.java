package dev.mhc.migrations.maven;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a PostgreSQL URL, taken apart as its driver does.
 *
 * @param hosts more than one where the driver may choose
 * @param ports one for each host
 * @param options without those that the other parts come from; the last of one name counts
 */
record PostgresqlUrl(List<String> hosts, List<String> ports, Map<String, String> options) {

    private static final String HOST = "localhost";
    private static final String PORT = "5432";

    /** What the driver also takes by the names of a service file. */
    private static final Map<String, String> BY_SERVICE =
            Map.of("host", "PGHOST", "port", "PGPORT", "dbname", "PGDBNAME");

    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern PORT_NUMBER = Pattern.compile("\\d{1,5}");

    PostgresqlUrl {
        hosts = List.copyOf(hosts);
        ports = List.copyOf(ports);
        options = Map.copyOf(options);
    }

    /** Takes a URL apart; empty if the driver would not understand it. */
    static Optional<PostgresqlUrl> parse(String url) {
        int query = url.indexOf('?');
        String place = url.substring(DatabaseUrl.POSTGRESQL.length(), query < 0 ? url.length() : query);
        try {
            Map<String, String> options = options(query < 0 ? "" : url.substring(query + 1));
            String addresses = "";
            if (place.startsWith("//") && !place.equals("//") && !place.equals("///")) {
                String[] parts = SLASH.split(place.substring(2), -1);
                if (parts.length != 2) {
                    return Optional.empty();
                }
                addresses = parts[0];
                decoded(parts[1]);
            } else if (!place.startsWith("//")) {
                if (place.startsWith("/")) {
                    return Optional.empty();
                }
                decoded(place);
            }
            return at(addresses, options);
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    /** An option, in whatever case it is written. */
    Optional<String> option(String name) {
        return options.entrySet().stream()
                .filter(option -> option.getKey().toLowerCase(Locale.ROOT).equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Optional<PostgresqlUrl> at(String addresses, Map<String, String> options) {
        List<String> hosts = new ArrayList<>();
        List<String> ports = new ArrayList<>();
        for (String address : addresses.split(",", -1)) {
            int colon = address.lastIndexOf(':');
            boolean hasPort = colon >= 0 && address.lastIndexOf(']') < colon;
            String host = hasPort ? address.substring(0, colon) : address;
            hosts.add(host);
            ports.add(hasPort ? address.substring(colon + 1) : PORT);
        }
        List<String> chosenHosts = override(options, "PGHOST").orElse(hosts);
        List<String> chosenPorts = override(options, "PGPORT").orElse(ports);
        options.remove("PGDBNAME");
        boolean usable =
                chosenHosts.size() == chosenPorts.size() && chosenPorts.stream().allMatch(PostgresqlUrl::isPort);
        return usable
                ? Optional.of(new PostgresqlUrl(
                        chosenHosts.stream()
                                .map(host -> host.isEmpty() ? HOST : host)
                                .toList(),
                        chosenPorts,
                        options))
                : Optional.empty();
    }

    private static Optional<List<String>> override(Map<String, String> options, String name) {
        return Optional.ofNullable(options.remove(name)).map(value -> List.of(value.split(",", -1)));
    }

    private static boolean isPort(String port) {
        return PORT_NUMBER.matcher(port).matches() && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
    }

    private static Map<String, String> options(String query) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : query.split("&", -1)) {
            int equals = option.indexOf('=');
            if (equals >= 0) {
                String name = option.substring(0, equals);
                options.put(BY_SERVICE.getOrDefault(name, name), decoded(option.substring(equals + 1)));
            } else if (!option.isEmpty()) {
                options.put(option, "");
            }
        }
        return options;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
