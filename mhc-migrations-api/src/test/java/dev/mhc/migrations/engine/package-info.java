/** Tests of the engine on real SQLite files. */
@NullMarked
package dev.mhc.migrations.engine;

import org.jspecify.annotations.NullMarked;
