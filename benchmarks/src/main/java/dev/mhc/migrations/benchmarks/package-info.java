/** What changes of large tables cost, measured beside bare SQL. */
@NullMarked
package dev.mhc.migrations.benchmarks;

import org.jspecify.annotations.NullMarked;
