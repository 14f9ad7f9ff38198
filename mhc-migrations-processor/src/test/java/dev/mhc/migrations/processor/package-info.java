/** Tests of the annotation processor, with a real compiler. */
@NullMarked
package dev.mhc.migrations.processor;

import org.jspecify.annotations.NullMarked;
