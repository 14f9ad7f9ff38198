/**
 * Acts: plans, applies and rolls back migrations, keeps the history, compares schemas. {@link Migrator} is where to
 * start.
 *
 * <p>May depend on everything; one class here names the two dialects.
 */
@NullMarked
package dev.mhc.migrations.engine;

import org.jspecify.annotations.NullMarked;
