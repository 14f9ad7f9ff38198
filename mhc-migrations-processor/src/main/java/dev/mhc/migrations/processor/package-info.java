/**
 * The annotation processor: reads migrations and entities, checks them all, and writes their registry and schema.
 *
 * <p>May depend on the api. {@link dev.mhc.migrations.processor.MigrationProcessor} is the public type; compilers find it
 * as a service.
 */
@NullMarked
package dev.mhc.migrations.processor;

import org.jspecify.annotations.NullMarked;
