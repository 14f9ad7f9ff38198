package dev.mhc.migrations.processor.oracle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.hibernate.tool.schema.internal.SchemaCreatorImpl;
import org.hibernate.type.SqlTypes;

/**
 * What Hibernate creates for entities in an empty database.
 *
 * @param statements as {@code hbm2ddl} sends them
 * @param constraints the foreign and unique keys of each table, in SQL; the dialect of SQLite leaves out what it would have
 *     to add by an {@code ALTER TABLE}
 * @param uuids the columns of them, as {@code table.column}, in lower case
 */
record HibernateSchema(List<String> statements, Map<String, List<String>> constraints, Set<String> uuids) {

    /** Asks Hibernate, telling it of the database what it else asks the database itself. */
    static HibernateSchema of(
            EntitySources.Compiled compiled, Naming naming, String product, String version, Map<String, Object> more)
            throws IOException {
        Map<String, Object> settings = new HashMap<>(naming.settings());
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        settings.put("jakarta.persistence.database-product-name", product);
        settings.put("jakarta.persistence.database-product-version", version);
        List<String> numbers = List.of(version.split("\\.", -1));
        settings.put("jakarta.persistence.database-major-version", numbers.get(0));
        settings.put("jakarta.persistence.database-minor-version", numbers.get(1));
        settings.putAll(more);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(compiled.loader());
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(compiled.loader())
                        .build())
                .applySettings(settings)
                .build()) {
            MetadataSources sources = new MetadataSources(registry);
            compiled.managed().forEach(sources::addAnnotatedClass);
            Metadata metadata = sources.buildMetadata();
            return new HibernateSchema(
                    new SchemaCreatorImpl(registry).generateCreationCommands(metadata, true),
                    constraints(metadata),
                    uuids(metadata));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<Table> tables(Metadata metadata) {
        List<Table> tables = new ArrayList<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            tables.addAll(namespace.getTables());
        }
        return tables;
    }

    private static Set<String> uuids(Metadata metadata) {
        Set<String> uuids = new HashSet<>();
        Set<ForeignKey> references = new HashSet<>();
        for (Table table : tables(metadata)) {
            table.getColumns().stream()
                    .filter(column -> isUuid(column, metadata))
                    .forEach(column -> uuids.add(place(table, column)));
            references.addAll(table.getForeignKeyCollection());
        }
        // What references a UUID is one, and what references that.
        while (references.removeIf(key -> isOfUuids(key, uuids))) {}
        return uuids;
    }

    private static boolean isOfUuids(ForeignKey key, Set<String> uuids) {
        List<Column> columns = key.getColumns();
        List<Column> referenced = referenced(key);
        boolean found = false;
        for (int i = 0; i < columns.size(); i++) {
            if (uuids.contains(place(key.getReferencedTable(), referenced.get(i)))) {
                found = true;
                uuids.add(place(key.getTable(), columns.get(i)));
            }
        }
        return found;
    }

    private static String place(Table table, Column column) {
        return (table.getName() + "." + column.getName()).toLowerCase(Locale.ROOT);
    }

    private static List<Column> referenced(ForeignKey key) {
        List<Column> columns = key.getReferencedColumns();
        return columns.isEmpty() ? key.getReferencedTable().getPrimaryKey().getColumns() : columns;
    }

    /** Its own dialect may have other types for them. */
    private static boolean isUuid(Column column, Metadata metadata) {
        return column.getSqlTypeCode(metadata) == SqlTypes.UUID
                || (column.getValue() != null && column.getValue().getType().getReturnedClass() == UUID.class);
    }

    private static Map<String, List<String>> constraints(Metadata metadata) {
        Dialect dialect = metadata.getDatabase().getDialect();
        Map<String, List<String>> keys = new HashMap<>();
        for (Table table : tables(metadata)) {
            Set<String> ofTable = new LinkedHashSet<>();
            for (ForeignKey key : table.getForeignKeyCollection()) {
                if (key.isCreationEnabled() && key.isPhysicalConstraint()) {
                    ofTable.add(sql(key, dialect));
                }
            }
            for (UniqueKey unique : table.getUniqueKeys().values()) {
                ofTable.add("unique (" + names(unique.getColumns(), dialect) + ")");
            }
            keys.put(table.getName(), List.copyOf(ofTable));
        }
        return keys;
    }

    private static String sql(ForeignKey key, Dialect dialect) {
        List<Column> referenced = referenced(key);
        OnDeleteAction action = key.getOnDeleteAction();
        if (key.getKeyDefinition() != null) {
            return key.getKeyDefinition();
        }
        return "foreign key (" + names(key.getColumns(), dialect) + ") references "
                + key.getReferencedTable().getQuotedName(dialect) + " (" + names(referenced, dialect) + ")"
                + (action == null || action == OnDeleteAction.NO_ACTION ? "" : " on delete " + action.toSqlString());
    }

    private static String names(List<Column> columns, Dialect dialect) {
        return columns.stream().map(it -> it.getQuotedName(dialect)).collect(Collectors.joining(", "));
    }
}
