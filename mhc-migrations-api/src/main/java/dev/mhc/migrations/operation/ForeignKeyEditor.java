package dev.mhc.migrations.operation;

import dev.mhc.migrations.schema.ReferentialAction;

/** Says more of a foreign key. */
public interface ForeignKeyEditor {

    /** What a delete of the referenced row does; without this it is refused while it is referenced. */
    ForeignKeyEditor onDelete(ReferentialAction action);

    /** What a change of the referenced key does; without this it is refused while it is referenced. */
    ForeignKeyEditor onUpdate(ReferentialAction action);

    /** The reference is checked at COMMIT. */
    ForeignKeyEditor deferrable();
}
