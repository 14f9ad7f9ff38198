package dev.mhc.migrations.processor.entity;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * One entity as it was read.
 *
 * @param tables what it puts into tables, its own first; several may be the same table
 * @param sequences that number its rows
 * @param keys what may name columns that other entities put into the same table
 * @param findings what is wrong with it, and what is not understood
 */
record EntityModel(
        TypeElement type,
        List<EntityTable> tables,
        List<EntitySequence> sequences,
        List<Keys> keys,
        EntityFindings findings) {

    /** The annotation of a table, which has its keys. */
    record Keys(EntityAnnotation written, EntityTable table) {}

    EntityModel {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        keys = List.copyOf(keys);
    }

    /** Without anything that numbers its rows. */
    EntityModel(TypeElement type, List<EntityTable> tables, List<Keys> keys, EntityFindings findings) {
        this(type, tables, List.of(), keys, findings);
    }

    EntityModel with(EntityGenerators.Generated generated) {
        List<EntityTable> all = new ArrayList<>(tables);
        all.addAll(generated.tables());
        return new EntityModel(type, all, generated.sequences(), keys, findings);
    }
}
