/** Tests of what editors record. */
@NullMarked
package dev.mhc.migrations.operation;

import org.jspecify.annotations.NullMarked;
