package dev.mhc.migrations.operation;

/** Says more of a new column. */
public interface NewColumnEditor extends ColumnDefaultEditor<NewColumnEditor> {

    /** The column refuses NULL. */
    NewColumnEditor notNull();

    /** No two rows may have the same value. */
    NewColumnEditor unique();

    /**
     * The database computes the value from other columns of the row whenever one of them changes, and stores it.
     *
     * @param sql an expression that both databases understand
     */
    NewColumnEditor computedAs(String sql);

    /** The column is the primary key by itself. */
    NewColumnEditor primaryKey();

    /** The column refers to a row of another table, or of its own. */
    ReferencingColumnEditor references(String table, String column);
}
