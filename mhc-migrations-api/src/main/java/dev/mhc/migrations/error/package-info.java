/**
 * What users meet when something is wrong: one exception, and every code with its text.
 *
 * <p>May depend on nothing but the JDK; every other package may depend on it.
 */
@NullMarked
package dev.mhc.migrations.error;

import org.jspecify.annotations.NullMarked;
