package dev.mhc.migrations.processor;

import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * One entity as it was read.
 *
 * @param table the name of its table in the database
 * @param columns the identifier first, then in the order of the source, superclasses before subclasses
 * @param uniqueKeys those of {@code @Table}; a unique column says so itself
 * @param findings what is wrong with it, and what is not understood
 */
record EntityModel(
        TypeElement type,
        String table,
        List<EntityColumn> columns,
        List<UniqueKey> uniqueKeys,
        List<Index> indexes,
        EntityFindings findings) {}
