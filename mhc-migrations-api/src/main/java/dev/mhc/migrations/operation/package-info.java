/**
 * Schema changes as data: the {@link Operation}s, and the editors that a migration's {@code up} and {@code down} write
 * to. Editors only record; nothing here touches a database.
 *
 * <p>May depend on {@code error} and {@code schema}.
 */
@NullMarked
package dev.mhc.migrations.operation;

import org.jspecify.annotations.NullMarked;
