/**
 * PostgreSQL: its DDL, its inspector.
 *
 * <p>May depend on {@code dialect} and what that sees, never on the other dialect.
 */
@NullMarked
package dev.mhc.migrations.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
