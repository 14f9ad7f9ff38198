/** Faults of every kind on populated SQLite files, and many at once. Uses what any application may use. */
@NullMarked
package dev.mhc.migrations.reliability;

import org.jspecify.annotations.NullMarked;
