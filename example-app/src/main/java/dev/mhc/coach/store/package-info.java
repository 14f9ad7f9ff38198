/**
 * Keeps what the coach remembers, by Hibernate; every call is one transaction.
 *
 * <p>May depend on the entities. Nothing here knows which database it works on.
 */
@NullMarked
package dev.mhc.coach.store;

import org.jspecify.annotations.NullMarked;
