package dev.mhc.migrations.processor;

import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ForeignKey;
import java.util.Optional;

/**
 * A column with the attribute that maps it.
 *
 * @param subject how messages name the attribute
 * @param logicalName the column's name before the naming option, by which keys and indexes may name it
 * @param column as the database should have it
 * @param unique whether it is a unique key by itself
 * @param readOnly whether the attribute only shows what another attribute writes
 * @param identifier whether it belongs to the primary key
 * @param foreignKey the key it is, if it references another table
 * @param place of the attribute
 */
record EntityColumn(
        String subject,
        String logicalName,
        Column column,
        boolean unique,
        boolean readOnly,
        boolean identifier,
        Optional<ForeignKey> foreignKey,
        Place place) {

    /** Whether a mapping that says {@code name} means this column. */
    boolean isNamed(String name, EntityNaming naming) {
        String plain = EntityNaming.unquoted(name);
        return plain.equalsIgnoreCase(logicalName)
                || plain.equalsIgnoreCase(column.name())
                || naming.physical(name).equalsIgnoreCase(column.name());
    }
}
