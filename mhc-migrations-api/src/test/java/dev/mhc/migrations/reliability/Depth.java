package dev.mhc.migrations.reliability;

/** How much is tried: a bounded part in every build, all of it with {@code -Dmhc.full=true}. */
final class Depth {

    static final boolean FULL = Boolean.getBoolean("mhc.full");

    private Depth() {}

    static int of(int bounded, int full) {
        return FULL ? full : bounded;
    }
}
