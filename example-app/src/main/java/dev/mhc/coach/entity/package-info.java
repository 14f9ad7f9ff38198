/**
 * What the coach remembers: one class a table.
 *
 * <p>Depends on the persistence annotations alone.
 */
@NullMarked
package dev.mhc.coach.entity;

import org.jspecify.annotations.NullMarked;
