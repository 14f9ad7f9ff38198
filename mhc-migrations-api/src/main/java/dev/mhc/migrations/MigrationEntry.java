package dev.mhc.migrations;

/**
 * What a registry knows of a migration.
 *
 * @param version its place in the order
 * @param description for people
 * @param checksum SHA-256 of the class's tokens, 64 hexadecimal digits
 * @param className the binary name of its class
 * @param irreversible why it cannot be undone; empty if it can
 * @param transactional whether it runs in one transaction, and not each of its operations by itself
 */
public record MigrationEntry(
        long version,
        String description,
        String checksum,
        String className,
        String irreversible,
        boolean transactional) {

    /** A migration that runs in one transaction. */
    public MigrationEntry(long version, String description, String checksum, String className, String irreversible) {
        this(version, description, checksum, className, irreversible, true);
    }
}
