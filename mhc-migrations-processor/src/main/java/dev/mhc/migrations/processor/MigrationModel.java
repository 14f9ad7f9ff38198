package dev.mhc.migrations.processor;

import com.palantir.javapoet.ClassName;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.processor.compiler.Place;
import javax.lang.model.element.TypeElement;

/**
 * A migration as it was read.
 *
 * @param element its class
 * @param type its class, for generated code
 * @param entry what the registry will say of it
 * @param versionPlace where its version is written
 */
record MigrationModel(TypeElement element, ClassName type, MigrationEntry entry, Place versionPlace) {}
