/** Tests on real database files with rows. */
@NullMarked
package dev.mhc.migrations.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
