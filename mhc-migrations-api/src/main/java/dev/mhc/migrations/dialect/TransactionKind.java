package dev.mhc.migrations.dialect;

/**
 * What a transaction may do, as far as it decides how it begins.
 *
 * @param mayRebuild whether a table may be rebuilt in it
 * @param changesRows whether statements of the user's own, or the drop of a table, may change rows in it
 */
public record TransactionKind(boolean mayRebuild, boolean changesRows) {

    /** Rebuilds nothing. */
    public static final TransactionKind ORDINARY = new TransactionKind(false, true);
}
