/**
 * What reading and writing sources needs of a compiler: places, messages, options, generated files.
 *
 * <p>May depend on the api, and on nothing else of the processor. Internal.
 */
@NullMarked
package dev.mhc.migrations.processor.compiler;

import org.jspecify.annotations.NullMarked;
