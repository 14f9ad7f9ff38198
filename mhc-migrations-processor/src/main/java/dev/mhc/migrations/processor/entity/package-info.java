/**
 * Reads entities, checks them, and writes the schema that they expect of a database.
 *
 * <p>May depend on the api and on {@link dev.mhc.migrations.processor.compiler}. Internal.
 */
@NullMarked
package dev.mhc.migrations.processor.entity;

import org.jspecify.annotations.NullMarked;
