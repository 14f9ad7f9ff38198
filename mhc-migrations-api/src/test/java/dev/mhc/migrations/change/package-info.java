/** Random changes of random tables with rows, compared with tables that were made anew. */
@NullMarked
package dev.mhc.migrations.change;

import org.jspecify.annotations.NullMarked;
