/**
 * What a user writes and what is generated from it: migrations, their registry, the schema of the entities.
 *
 * <p>May depend on {@code error}, {@code schema} and {@code operation}.
 */
@NullMarked
package dev.mhc.migrations;

import org.jspecify.annotations.NullMarked;
