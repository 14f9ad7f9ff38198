package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.processor.compiler.Place;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the unique constraints and indexes of {@code @Table}. */
final class EntityKeys {

    private final EntityContext context;
    private final EntityAnnotation table;
    private final String tableName;
    private final String subject;
    private final List<EntityColumn> columns;
    private final EntityFindings findings;

    /** For the keys in {@code table}, which may name any of {@code columns}. */
    EntityKeys(
            EntityContext context,
            EntityAnnotation table,
            String tableName,
            String subject,
            List<EntityColumn> columns,
            EntityFindings findings) {
        this.context = context;
        this.table = table;
        this.tableName = tableName;
        this.subject = subject;
        this.columns = columns;
        this.findings = findings;
    }

    List<UniqueKey> uniqueKeys() {
        List<UniqueKey> keys = new ArrayList<>();
        for (EntityAnnotation constraint : table.nestedAll("uniqueConstraints")) {
            List<String> names = constraint.texts("columnNames");
            List<String> resolved = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                resolve(names.get(i), constraint.place("columnNames", i), "A unique constraint of " + subject)
                        .ifPresent(resolved::add);
            }
            if (names.isEmpty()) {
                findings.error(
                        constraint.place("columnNames"), EntityProblem.EMPTY_KEY, "A unique constraint of " + subject);
            } else if (resolved.size() == names.size()) {
                UniqueKey key = UniqueKey.of(resolved.toArray(new String[0]));
                keys.add(name(constraint).map(key::named).orElse(key));
            }
        }
        return keys;
    }

    List<Index> indexes() {
        List<Index> indexes = new ArrayList<>();
        for (EntityAnnotation annotation : table.nestedAll("indexes")) {
            index(annotation).ifPresent(indexes::add);
        }
        return indexes;
    }

    private Optional<Index> index(EntityAnnotation annotation) {
        Place place = annotation.place("columnList");
        String list = annotation.text("columnList").orElse("");
        if (list.isBlank()) {
            findings.error(place, EntityProblem.EMPTY_KEY, "An index of " + subject);
            return Optional.empty();
        }
        if (list.indexOf('(') >= 0) {
            findings.notUnderstood(place, subject, "the index on \"" + list + "\"");
            return Optional.empty();
        }
        String[] written = list.split(",", -1);
        List<Index.Part> parts = new ArrayList<>();
        for (String part : written) {
            part(part.trim(), place).ifPresent(parts::add);
        }
        if (parts.size() < written.length) {
            return Optional.empty();
        }
        Index plain = Index.on(parts.toArray(new Index.Part[0]));
        Index index = name(annotation).map(plain::named).orElse(plain);
        return Optional.of(annotation.flag("unique", false) ? index.refusingDuplicates() : index);
    }

    private Optional<Index.Part> part(String text, Place place) {
        String[] words = text.split("\\s+", -1);
        String order = words[words.length - 1].toUpperCase(Locale.ROOT);
        boolean ordered = words.length > 1 && (order.equals("ASC") || order.equals("DESC"));
        String name =
                ordered ? text.substring(0, text.length() - order.length()).trim() : text;
        return resolve(name, place, "An index of " + subject)
                .map(it -> ordered && order.equals("DESC") ? Index.Part.descending(it) : Index.Part.column(it));
    }

    private Optional<String> name(EntityAnnotation annotation) {
        return annotation.text("name").filter(it -> !it.isBlank()).map(context.naming()::physical);
    }

    private Optional<String> resolve(String name, Place place, String key) {
        Optional<String> column = columns.stream()
                .filter(it -> it.isNamed(name, context.naming()))
                .map(EntityColumn::name)
                .findFirst();
        // Where not all columns are understood, the name may be that of one of those.
        if (column.isEmpty() && !findings.leavesOut(tableName)) {
            findings.error(
                    place,
                    EntityProblem.UNKNOWN_KEY_COLUMN,
                    key,
                    name,
                    tableName,
                    columns.stream().map(EntityColumn::name).distinct().collect(Collectors.joining(", ")));
        }
        return column;
    }
}
