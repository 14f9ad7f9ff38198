/**
 * SQLite: its DDL, its inspector, its transactions.
 *
 * <p>May depend on {@code dialect} and what that sees, never on the other dialect.
 */
@NullMarked
package dev.mhc.migrations.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
