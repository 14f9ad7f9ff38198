/**
 * What differs between databases: how an operation is rendered, how a live schema is read, which rules transactions
 * follow.
 *
 * <p>May depend on {@code error}, {@code schema}, {@code operation} and the root package. The two dialects live in
 * packages of their own, which never see each other.
 */
@NullMarked
package dev.mhc.migrations.dialect;

import org.jspecify.annotations.NullMarked;
