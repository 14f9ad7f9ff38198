package dev.mhc.migrations;

/** A migration that cannot be undone. {@link Migration#irreversible()} says why. */
public non-sealed interface IrreversibleMigration extends DatabaseMigration {}
