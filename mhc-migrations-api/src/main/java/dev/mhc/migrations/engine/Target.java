package dev.mhc.migrations.engine;

import java.util.OptionalLong;

/** How far to apply: to a version, itself included, or as far as there are migrations. */
record Target(OptionalLong version) {

    static final Target NEWEST = new Target(OptionalLong.empty());

    static Target of(long version) {
        return new Target(OptionalLong.of(version));
    }

    boolean includes(long candidate) {
        return version.isEmpty() || candidate <= version.getAsLong();
    }
}
