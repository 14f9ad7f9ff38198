/**
 * Serves what is stored as JSON over HTTP.
 *
 * <p>May depend on the store and the entities. Entities never go out themselves; records say what does.
 */
@NullMarked
package dev.mhc.coach.http;

import org.jspecify.annotations.NullMarked;
