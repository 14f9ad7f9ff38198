package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Diagnostics;
import dev.mhc.migrations.processor.compiler.Message;
import dev.mhc.migrations.processor.compiler.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What reading one entity brought to light. It is collected, not printed: an entity that is only read because another
 * references it says nothing.
 */
final class EntityFindings {

    private record Finding(boolean error, Place place, Message message, List<Object> arguments) {}

    private final TypeElement entity;
    private final String table;
    private final Predicate<Element> isInSources;
    private final List<Finding> findings;
    private final List<String> notes;
    private final Set<String> uncheckedTables;

    EntityFindings(TypeElement entity, String table, Predicate<Element> isInSources) {
        this(entity, table, isInSources, new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
    }

    private EntityFindings(
            TypeElement entity,
            String table,
            Predicate<Element> isInSources,
            List<Finding> findings,
            List<String> notes,
            Set<String> uncheckedTables) {
        this.entity = entity;
        this.table = table;
        this.isInSources = isInSources;
        this.findings = findings;
        this.notes = notes;
        this.uncheckedTables = uncheckedTables;
    }

    TypeElement entity() {
        return entity;
    }

    /** The same findings, of which those to come are about another table. */
    EntityFindings of(String otherTable) {
        return new EntityFindings(entity, otherTable, isInSources, findings, notes, uncheckedTables);
    }

    void error(Place place, EntityProblem problem, Object... arguments) {
        findings.add(new Finding(true, visible(place), problem, List.of(arguments)));
    }

    /** Leaves out the entity's table, since something in it is not understood. */
    void notUnderstood(Place place, String subject, String what) {
        notUnderstood(place, subject, what, table);
    }

    /** Leaves out a table to which this entity adds something that is not understood. */
    void notUnderstood(Place place, String subject, String what, String leftOutTable) {
        uncheckedTables.add(leftOutTable);
        note(place, EntityNote.NOT_UNDERSTOOD, subject, what, leftOutTable);
    }

    /** Says what is not compared although all columns of the entity's table are understood. */
    void notCompared(Place place, String subject, String what) {
        note(place, EntityNote.NOT_COMPARED, subject, what);
    }

    /** A table that the entity uses besides its own and of which nothing is known. */
    void unchecked(String otherTable) {
        uncheckedTables.add(otherTable);
    }

    boolean leavesOut(String tableName) {
        return uncheckedTables.contains(tableName);
    }

    /** Drops what is said of columns in keys, if another entity adds columns to the table that are not understood. */
    void forgiveUnknownKeyColumns(Set<String> leftOut) {
        if (leftOut.contains(table)) {
            findings.removeIf(it -> it.message() == EntityProblem.UNKNOWN_KEY_COLUMN);
        }
    }

    boolean hasErrors() {
        return findings.stream().anyMatch(Finding::error);
    }

    List<String> notes() {
        return notes;
    }

    Set<String> uncheckedTables() {
        return uncheckedTables;
    }

    void print(Diagnostics diagnostics) {
        for (Finding finding : findings) {
            if (finding.error()) {
                diagnostics.error(
                        finding.place(), finding.message(), finding.arguments().toArray());
            } else {
                diagnostics.note(
                        finding.place(), finding.message(), finding.arguments().toArray());
            }
        }
    }

    private void note(Place place, EntityNote note, Object... arguments) {
        findings.add(new Finding(false, visible(place), note, List.of(arguments)));
        notes.add(String.format(Locale.ROOT, note.text(), arguments));
    }

    /** A compiled superclass has no lines to point at: the entity stands for it. */
    private Place visible(Place place) {
        return isInSources.test(place.element()) ? place : Place.of(entity);
    }
}
