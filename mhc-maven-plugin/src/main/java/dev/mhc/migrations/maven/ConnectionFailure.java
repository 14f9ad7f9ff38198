package dev.mhc.migrations.maven;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why a PostgreSQL server let nobody in, and what to do about it. Never with the password. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    /** The driver's failure with the way out; the driver's own words are kept. */
    static SQLException explained(SQLException failure, String url, Credentials credentials) {
        StringBuilder message = new StringBuilder(String.valueOf(failure.getMessage()));
        List<Throwable> chain = chain(failure);
        chain.stream()
                .filter(UnknownHostException.class::isInstance)
                .findFirst()
                .ifPresent(unknown -> message.append(" The host ")
                        .append(unknown.getMessage())
                        .append(" is not known."));
        advice(failure, chain, url, credentials)
                .ifPresent(advice -> message.append("\n").append(advice));
        boolean shows = chain.stream().anyMatch(it -> credentials.isIn(it.toString()));
        SQLException explained =
                new SQLException(credentials.redact(message.toString()), failure.getSQLState(), failure.getErrorCode());
        if (!shows) {
            explained.initCause(failure);
        }
        return explained;
    }

    private static Optional<String> advice(
            SQLException failure, List<Throwable> chain, String url, Credentials credentials) {
        String state = String.valueOf(failure.getSQLState());
        if (chain.stream().anyMatch(SSLException.class::isInstance)) {
            return Optional.of("TLS was not agreed on. See sslmode and sslrootcert in " + url + ".");
        }
        return switch (state) {
            case "28P01", "28000", "08004" ->
                Optional.of(
                        credentials == Credentials.NONE
                                ? "No user and no password were given. Name a server of settings.xml that has them"
                                        + " (-Dmhc.server=ID), or set " + CredentialsReader.USER + " and "
                                        + CredentialsReader.PASSWORD_FILE + " in the environment."
                                : "The credentials came from " + credentials.origin() + ".");
            case "3D000" -> Optional.of("PostgreSQL databases are not made by the goals: createdb makes one.");
            case "08001", "08006" -> Optional.of("See that the server runs, and host and port of " + url + ".");
            default -> Optional.empty();
        };
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable next = failure; next != null && !chain.contains(next); next = next.getCause()) {
            chain.add(next);
        }
        return chain;
    }
}
