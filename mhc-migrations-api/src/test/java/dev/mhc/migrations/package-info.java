/** Tests of what users write. */
@NullMarked
package dev.mhc.migrations;

import org.jspecify.annotations.NullMarked;
