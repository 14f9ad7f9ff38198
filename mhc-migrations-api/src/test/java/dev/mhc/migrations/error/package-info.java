/** Tests of messages. */
@NullMarked
package dev.mhc.migrations.error;

import org.jspecify.annotations.NullMarked;
