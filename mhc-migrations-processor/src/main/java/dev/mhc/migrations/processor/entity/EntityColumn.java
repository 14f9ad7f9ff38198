package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * A column with the attribute that maps it.
 *
 * @param subject how messages name the attribute
 * @param logicalName the column's name before the naming option, with its quotes, by which keys and indexes may name it
 * @param column as the database should have it
 * @param unique whether it is a unique key by itself
 * @param readOnly whether the attribute only shows what another attribute writes
 * @param identifier whether it belongs to the primary key
 * @param needed whether its {@code @Column} says that rows of no class may lack it
 * @param loose whether rows may lack it although the attribute needs it: of a subclass, or of the other side
 * @param late whether Hibernate knows of it only after all columns that are no association's
 * @param table the secondary table that the mapping puts it into
 * @param place of the attribute
 */
record EntityColumn(
        String subject,
        String logicalName,
        Column column,
        boolean unique,
        boolean readOnly,
        boolean identifier,
        boolean needed,
        boolean loose,
        boolean late,
        Optional<String> table,
        Place place) {

    /** A column that no other annotation says anything of. */
    static EntityColumn plain(String subject, String logicalName, Column column, Place place) {
        return new EntityColumn(
                subject, logicalName, column, false, false, false, false, false, false, Optional.empty(), place);
    }

    /** Its name in the database. */
    String name() {
        return column.name();
    }

    static List<String> names(List<EntityColumn> columns) {
        return columns.stream().map(EntityColumn::name).toList();
    }

    /** Whether a mapping that says {@code name} means this column. */
    boolean isNamed(String name, EntityNaming naming) {
        String plain = EntityNaming.unquoted(name);
        return plain.equalsIgnoreCase(EntityNaming.unquoted(logicalName))
                || plain.equalsIgnoreCase(name())
                || naming.physical(name).equalsIgnoreCase(name());
    }

    boolean isLarge() {
        return column.type().kind() == ColumnType.Kind.CLOB || column.type().kind() == ColumnType.Kind.BLOB;
    }

    EntityColumn with(Column other) {
        return new EntityColumn(
                subject, logicalName, other, unique, readOnly, identifier, needed, loose, late, table, place);
    }

    EntityColumn uniqueIf(boolean now) {
        return new EntityColumn(
                subject, logicalName, column, now, readOnly, identifier, needed, loose, late, table, place);
    }

    EntityColumn neededIf(boolean now) {
        return new EntityColumn(
                subject, logicalName, column, unique, readOnly, identifier, now, loose, late, table, place);
    }

    EntityColumn lateIf(boolean now) {
        return new EntityColumn(
                subject, logicalName, column, unique, readOnly, identifier, needed, loose, now, table, place);
    }

    /** Whether Hibernate knows of it, in the same table, before {@code other}: the names of attributes are an order. */
    boolean isKnownBefore(EntityColumn other) {
        if (identifier != other.identifier) {
            return identifier;
        }
        return late == other.late ? subject.compareTo(other.subject) <= 0 : other.late;
    }

    /** As {@code known} describes it: of several attributes with a column, it is the first that Hibernate knows of. */
    EntityColumn as(EntityColumn known) {
        return new EntityColumn(
                subject,
                logicalName,
                known.column,
                known.unique,
                readOnly,
                known.identifier,
                known.needed,
                known.loose,
                known.late,
                known.table,
                place);
    }

    /** As part of a primary key, which needs no other key. */
    EntityColumn asIdentifier() {
        return new EntityColumn(
                subject, logicalName, column.notNull(), false, false, true, needed, loose, false, table, place);
    }

    /** As rows have it that may be of a class without the attribute. */
    EntityColumn nullable() {
        Column optional = new Column(
                column.name(), column.type(), true, column.defaultValue(), column.generation(), column.expression());
        return with(optional).asLoose();
    }

    /** As rows of other classes lack it; what its {@code @Column} says of NULL holds for them, too. */
    EntityColumn ofSubclass() {
        return needed ? asLoose() : nullable();
    }

    /** Beside one that another attribute writes, it need only have the same type. */
    EntityColumn asLoose() {
        return new EntityColumn(
                subject, logicalName, column, unique, readOnly, identifier, needed, true, late, table, place);
    }

    /** A column of another table that holds the same value: neither numbered by the database nor with a default. */
    EntityColumn copied(String newLogicalName, String newName, ColumnType type, boolean mayBeNull) {
        Column copy = new Column(newName, type, mayBeNull, Optional.empty(), Column.Generation.NONE);
        return plain(subject, newLogicalName, copy, place);
    }
}
