/**
 * The Maven goals: one thin mojo a goal over a small base. They bring a project's classes, driver and database together
 * and hand them to the engine.
 *
 * <p>May depend on the api and on Maven; never on the annotation processor.
 */
@NullMarked
package dev.mhc.migrations.maven;

import org.jspecify.annotations.NullMarked;
