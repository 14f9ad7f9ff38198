package dev.mhc.migrations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One value for a list of migrations: a chain of SHA-256, each link over the one before, a version and its checksum. Two
 * lists have the same digest exactly if they hold the same versions with the same checksums, in the same order. A chain
 * costs one step for a migration that is added at the end.
 */
public final class Digest {

    /** The digest of no migrations. */
    public static final String EMPTY = "0".repeat(64);

    private Digest() {}

    /** The digest of a list that is extended by one migration. */
    public static String extend(String digest, long version, String checksum) {
        try {
            byte[] link = (digest + ' ' + version + ' ' + checksum).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(link));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
