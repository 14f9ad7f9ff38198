package dev.mhc.migrations.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.ReferentialAction;
import dev.mhc.migrations.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.dialect.PostgreSQLDialect;
import org.junit.jupiter.api.Test;

/** Asks Hibernate what it makes of the same entities: every default that is claimed to be its default is. */
class EntityHibernateTest {

    @Test
    void coach_isAsHibernateMapsIt() {
        compare(EntityCoachTest.sources(), true);
    }

    @Test
    void defaults_areThoseOfHibernate() {
        compare(List.of(EntityCompilation.resource("hibernate/Thing.java")), false);
    }

    @Test
    void defaultsWithSnakeCase_areThoseOfHibernate() {
        compare(List.of(EntityCompilation.resource("hibernate/Thing.java")), true);
    }

    private static void compare(List<String> sources, boolean snakeCase) {
        EntityCompilation compilation =
                EntityCompilation.of(sources, "-Amhc.naming=" + (snakeCase ? "snake_case" : "standard"));
        EntitySchema schema = compilation.schema();
        assertThat(schema.notes()).isEmpty();
        assertThat(ours(schema)).isEqualTo(hibernates(schema, compilation.loader(), snakeCase));
    }

    /** The schema in lines that both sides can be written as. */
    private static String ours(EntitySchema schema) {
        Set<String> lines = new TreeSet<>();
        for (Table table : schema.schema().tables()) {
            String prefix = table.name() + " ";
            table.columns()
                    .forEach(it -> lines.add(
                            prefix + it.name() + " " + postgresType(it.type()) + (it.nullable() ? "" : " not null")
                                    + (it.defaultValue().isPresent() ? " default" : "")));
            lines.add(prefix + "key "
                    + table.primaryKey().map(PrimaryKey::columns).orElse(List.of()));
            table.uniqueKeys().forEach(it -> lines.add(prefix + "unique " + it.columns()));
            table.indexes()
                    .forEach(it -> lines.add(prefix + "index " + it.columns().orElseThrow()));
            table.foreignKeys().forEach(it -> lines.add(prefix + foreignKey(it)));
        }
        return String.join("\n", lines);
    }

    private static String foreignKey(ForeignKey key) {
        return "foreign key " + key.columns() + " " + key.referencedTable() + " "
                + (key.onDelete() == ReferentialAction.NO_ACTION ? "" : key.onDelete());
    }

    private static String hibernates(EntitySchema schema, ClassLoader loader, boolean snakeCase) {
        Set<String> lines = new TreeSet<>();
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .applySettings(settings(snakeCase))
                .build()) {
            MetadataSources sources = new MetadataSources(registry);
            for (String entity : schema.entities()) {
                sources.addAnnotatedClass(loader.loadClass(entity));
            }
            Metadata metadata = sources.buildMetadata();
            metadata.getDatabase().getDefaultNamespace().getTables().forEach(it -> describe(it, metadata, lines));
        } catch (ClassNotFoundException e) {
            throw new LinkageError("An entity was not compiled", e);
        }
        return String.join("\n", lines);
    }

    private static Map<String, Object> settings(boolean snakeCase) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("hibernate.dialect", PostgreSQLDialect.class.getName());
        settings.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        if (snakeCase) {
            settings.put("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class.getName());
        }
        return settings;
    }

    private static void describe(org.hibernate.mapping.Table table, Metadata metadata, Set<String> lines) {
        String prefix = table.getName() + " ";
        table.getColumns().forEach(it -> {
            lines.add(prefix + it.getName() + " " + it.getSqlType(metadata) + (it.isNullable() ? "" : " not null")
                    + (it.getDefaultValue() == null ? "" : " default"));
            if (it.isUnique()) {
                lines.add(prefix + "unique [" + it.getName() + "]");
            }
        });
        lines.add(prefix + "key " + names(table.getPrimaryKey().getColumns()));
        table.getUniqueKeys().values().forEach(it -> lines.add(prefix + "unique " + names(it.getColumns())));
        table.getIndexes()
                .values()
                .forEach(it -> lines.add(prefix + "index "
                        + it.getSelectables().stream()
                                .map(part -> ((org.hibernate.mapping.Column) part).getName())
                                .toList()));
        table.getForeignKeyCollection()
                .forEach(it -> lines.add(prefix + "foreign key " + names(it.getColumns()) + " "
                        + it.getReferencedTable().getName() + " "
                        + (it.getOnDeleteAction() == null || it.getOnDeleteAction() == OnDeleteAction.NO_ACTION
                                ? ""
                                : it.getOnDeleteAction())));
    }

    private static List<String> names(List<org.hibernate.mapping.Column> columns) {
        return columns.stream().map(org.hibernate.mapping.Column::getName).toList();
    }

    /** As Hibernate's dialect of PostgreSQL spells a type. */
    private static String postgresType(ColumnType type) {
        return switch (type.kind()) {
            case DECIMAL -> type.toString().replace("decimal", "numeric").replace(", ", ",");
            case REAL -> "float4";
            case DOUBLE -> "float(53)";
            case BINARY -> "bytea";
            case TIME -> "time(0)";
            case TIMESTAMP -> "timestamp(6)";
            case TIMESTAMP_WITH_TIME_ZONE -> "timestamp(6) with time zone";
            default -> type.toString();
        };
    }
}
