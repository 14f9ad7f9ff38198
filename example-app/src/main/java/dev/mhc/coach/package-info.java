/**
 * The Mental Health Coach: starts and stops the application.
 *
 * <p>Depends on all packages below it; none of them depends on this one.
 */
@NullMarked
package dev.mhc.coach;

import org.jspecify.annotations.NullMarked;
