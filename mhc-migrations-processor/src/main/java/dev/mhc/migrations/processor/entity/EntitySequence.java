package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.Sequence;

/**
 * A sequence with the attribute that it numbers.
 *
 * @param subject how messages name the attribute
 * @param sequence as the database should have it
 * @param place of what makes the attribute use it
 */
record EntitySequence(String subject, Sequence sequence, Place place) {}
