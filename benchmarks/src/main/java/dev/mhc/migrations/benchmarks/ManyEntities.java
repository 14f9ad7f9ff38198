package dev.mhc.migrations.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources of entities as applications have them: about ten columns each, with the usual annotations and accessors. */
final class ManyEntities {

    private static final String PACKAGE = """
            package shop;

            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;

            """;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private ManyEntities(Path folder) {
        this.folder = folder;
    }

    /** Writes that many entities, and what they share, into {@code folder}. */
    static List<Path> write(Path folder, int count) throws IOException {
        ManyEntities entities = new ManyEntities(folder);
        entities.shared();
        for (int i = 0; i < count; i++) {
            entities.entity(i, count);
        }
        return entities.files;
    }

    private void shared() throws IOException {
        file("State", "public enum State { NEW, ACTIVE, ENDED }\n");
        file(
                "Address",
                """
                @Embeddable
                public class Address {
                """ + attribute("@Column(length = 100)", "String", "street")
                        + attribute("@Column(name = \"zip\", length = 10)", "String", "code")
                        + "}\n");
        file("Flag", """
                @Converter
                public class Flag implements AttributeConverter<Boolean, String> {
                    @Override
                    public String convertToDatabaseColumn(Boolean value) {
                        return value == null ? null : value ? "Y" : "N";
                    }

                    @Override
                    public Boolean convertToEntityAttribute(String value) {
                        return value == null ? null : value.equals("Y");
                    }
                }
                """);
        file(
                "Audited",
                """
                @MappedSuperclass
                public abstract class Audited {
                """ + attribute("@Id\n    @GeneratedValue(strategy = GenerationType.IDENTITY)", "Long", "id")
                        + attribute("@Version", "int", "version")
                        + attribute(
                                "@Column(name = \"created_at\", nullable = false, updatable = false)",
                                "Instant",
                                "createdAt")
                        + "}\n");
    }

    private void entity(int i, int count) throws IOException {
        StringBuilder source = new StringBuilder();
        boolean subclass = i % 20 == 1 || i % 20 == 3;
        String of = "Entity" + i;
        source.append("@Entity\n");
        if (i % 20 == 0) {
            source.append("@Inheritance(strategy = InheritanceType.SINGLE_TABLE)\n");
        } else if (i % 20 == 2) {
            source.append("@Inheritance(strategy = InheritanceType.JOINED)\n");
        }
        if (i % 20 != 1) {
            source.append("@Table(name = \"entity_%d\"%s)\n"
                    .formatted(
                            i,
                            i % 3 == 0 && !subclass
                                    ? ", indexes = @Index(name = \"ix_%1$d\", columnList = \"name_%1$d\")".formatted(i)
                                    : ""));
        }
        source.append("public class ").append(of);
        source.append(subclass ? " extends Entity" + (i - 1) : " extends Audited")
                .append(" {\n\n");
        source.append(attribute("@Column(name = \"name_%d\", length = 80)".formatted(i), "String", "name" + i));
        source.append(attribute("@Enumerated(EnumType.STRING)\n    @Column(length = 20)", "State", "state" + i));
        source.append(attribute("@Column(precision = 12, scale = 2)", "BigDecimal", "price" + i));
        source.append(attribute("@Convert(converter = Flag.class)\n    @Column(length = 1)", "Boolean", "open" + i));
        if (subclass) {
            source.append(attribute("", "LocalDate", "day" + i)).append(attribute("", "UUID", "code" + i));
            source.append(attribute("@Lob", "String", "text" + i)).append(attribute("", "double", "share" + i));
        } else {
            source.append(attribute("@Embedded", "Address", "address"));
        }
        String parent = "Entity" + (i + count - 7) % count;
        String child = "Entity" + (i + 7) % count;
        source.append(attribute(
                "@ManyToOne(fetch = FetchType.LAZY)\n    @JoinColumn(name = \"parent_%d\")".formatted(i),
                parent,
                "parent" + i));
        source.append(attribute(
                "@OneToMany(mappedBy = \"parent%d\")".formatted((i + 7) % count),
                "Set<" + child + ">",
                "children" + i));
        if (i % 5 == 0) {
            source.append(attribute(
                    "@ManyToMany\n    @JoinTable(name = \"entity_%d_links\")".formatted(i),
                    "Set<Entity" + (i + 11) % count + ">",
                    "links" + i));
        }
        file(of, source.append("}\n").toString());
    }

    private static String attribute(String annotations, String type, String name) {
        String accessor = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return """
                    %1$s
                    private %2$s %3$s;

                    public %2$s get%4$s() {
                        return %3$s;
                    }

                    public void set%4$s(%2$s %3$s) {
                        this.%3$s = %3$s;
                    }

                """.formatted(annotations, type, name, accessor);
    }

    private void file(String name, String source) throws IOException {
        Path file = Files.createDirectories(folder.resolve("shop")).resolve(name + ".java");
        Files.writeString(file, PACKAGE + source);
        files.add(file);
    }
}
