@NullMarked
package dev.mhc.migrations.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
