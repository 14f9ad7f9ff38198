package dev.mhc.migrations.contract;

/** The databases that are supported. */
enum Kind {
    SQLITE,
    POSTGRESQL
}
