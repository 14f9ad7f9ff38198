@NullMarked
package dev.mhc.migrations.dialect;

import org.jspecify.annotations.NullMarked;
