/** What a user may rely on whatever the database is: each test runs on SQLite and on PostgreSQL, and expects the same. */
@NullMarked
package dev.mhc.migrations.contract;

import org.jspecify.annotations.NullMarked;
