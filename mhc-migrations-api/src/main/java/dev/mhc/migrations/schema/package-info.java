/**
 * The shape of a schema as values: what entities expect, what a database has, what an operation creates; and the
 * comparison of two shapes.
 *
 * <p>May depend on {@code error} only. Everything here is immutable.
 */
@NullMarked
package dev.mhc.migrations.schema;

import org.jspecify.annotations.NullMarked;
