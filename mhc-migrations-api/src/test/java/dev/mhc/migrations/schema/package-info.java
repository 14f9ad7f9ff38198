@NullMarked
package dev.mhc.migrations.schema;

import org.jspecify.annotations.NullMarked;
