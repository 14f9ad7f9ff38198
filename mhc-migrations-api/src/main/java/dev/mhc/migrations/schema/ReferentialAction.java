package dev.mhc.migrations.schema;

/** What happens to referencing rows when the row they reference is deleted or its key changes. */
public enum ReferentialAction {
    NO_ACTION,
    RESTRICT,
    CASCADE,
    SET_NULL,
    SET_DEFAULT;

    /** The action as SQL spells it. */
    public String sql() {
        return name().replace('_', ' ');
    }
}
