package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.ReferentialAction;

/** Says more of a new column that references another table. */
public interface ReferencingColumnEditor extends NewColumnEditor {

    /** What a delete of the referenced row does; without this it is refused while it is referenced. */
    ReferencingColumnEditor onDelete(ReferentialAction action);

    /** What a change of the referenced key does; without this it is refused while it is referenced. */
    ReferencingColumnEditor onUpdate(ReferentialAction action);

    /** The reference is checked at COMMIT. */
    ReferencingColumnEditor deferrable();
}
