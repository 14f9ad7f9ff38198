/** Hibernate as the oracle: what it makes of entities is what the processor must expect of a database. */
@NullMarked
package dev.mhc.migrations.processor.oracle;

import org.jspecify.annotations.NullMarked;
