package dev.mhc.migrations.processor;

import dev.mhc.migrations.schema.ColumnType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Which column stores which Java type, as Hibernate maps it. */
final class EntityTypes {

    /** Up to this length PostgreSQL has a varchar; a longer one is text. */
    private static final int LONGEST_VARCHAR = 10_485_760;

    private static final int DEFAULT_LENGTH = 255;
    private static final int DEFAULT_PRECISION = 38;
    private static final int DEFAULT_SCALE = 2;

    private static final Set<String> INTEGRAL = Set.of(
            "byte", "short", "int", "long", "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

    private static final Set<String> VERSIONS = Set.of(
            "short",
            "int",
            "long",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.sql.Timestamp",
            "java.time.Instant",
            "java.time.LocalDateTime");

    private static final Set<String> TEXT = Set.of("java.lang.String", "char[]", "java.lang.Character[]");
    private static final Set<String> BYTES = Set.of("byte[]", "java.lang.Byte[]");
    private static final Set<String> LARGE_TEXT = Set.of("java.sql.Clob", "java.sql.NClob");
    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final Set<String> OLD_DATES = Set.of("java.util.Date", "java.util.Calendar");

    private static final Map<String, ColumnType> SIMPLE = Map.ofEntries(
            Map.entry("boolean", ColumnType.bool()),
            Map.entry("java.lang.Boolean", ColumnType.bool()),
            Map.entry("byte", ColumnType.smallint()),
            Map.entry("java.lang.Byte", ColumnType.smallint()),
            Map.entry("short", ColumnType.smallint()),
            Map.entry("java.lang.Short", ColumnType.smallint()),
            Map.entry("int", ColumnType.integer()),
            Map.entry("java.lang.Integer", ColumnType.integer()),
            Map.entry("long", ColumnType.bigint()),
            Map.entry("java.lang.Long", ColumnType.bigint()),
            Map.entry("float", ColumnType.real()),
            Map.entry("java.lang.Float", ColumnType.real()),
            Map.entry("double", ColumnType.doublePrecision()),
            Map.entry("java.lang.Double", ColumnType.doublePrecision()),
            Map.entry("byte[]", ColumnType.binary()),
            Map.entry("java.sql.Blob", ColumnType.binary()),
            Map.entry("java.sql.Clob", ColumnType.text()),
            Map.entry("java.sql.NClob", ColumnType.text()),
            Map.entry("java.time.LocalDate", ColumnType.date()),
            Map.entry("java.time.LocalTime", ColumnType.time()),
            Map.entry("java.time.LocalDateTime", ColumnType.timestamp()),
            Map.entry("java.time.Instant", ColumnType.timestampTz()),
            Map.entry("java.time.OffsetDateTime", ColumnType.timestampTz()),
            Map.entry("java.time.ZonedDateTime", ColumnType.timestampTz()),
            Map.entry("java.time.Year", ColumnType.integer()),
            Map.entry("java.sql.Date", ColumnType.date()),
            Map.entry("java.sql.Time", ColumnType.time()),
            Map.entry("java.sql.Timestamp", ColumnType.timestamp()),
            Map.entry("java.util.UUID", ColumnType.uuid()));

    private EntityTypes() {}

    /** The type of an attribute's column; empty for a Java type whose column is not known. */
    static Optional<ColumnType> of(EntityAttribute attribute, EntitySize size) {
        String name = nameOf(attribute.type());
        if (attribute.has(Jpa.LOB) && !cannotBeLarge(attribute.type())) {
            return largeObject(name);
        }
        if (isEnum(attribute.type())) {
            return enumerated(attribute, size);
        }
        if (OLD_DATES.contains(name)) {
            return Optional.of(temporal(attribute));
        }
        return switch (name) {
            case "java.lang.String", "char[]" -> Optional.of(text(size));
            case "char", "java.lang.Character" ->
                Optional.of(ColumnType.character(size.length().orElse(1)));
            case "java.math.BigDecimal" -> Optional.of(decimal(size));
            case "java.math.BigInteger" ->
                Optional.of(ColumnType.decimal(size.precision().orElse(DEFAULT_PRECISION), 0));
            default -> Optional.ofNullable(SIMPLE.get(name));
        };
    }

    /** Whether the type can only be stored in one simple column and is neither text nor bytes. */
    static boolean cannotBeLarge(TypeMirror type) {
        String name = nameOf(type);
        return isEnum(type)
                || name.startsWith("java.math.")
                || name.equals("char")
                || name.equals("java.lang.Character")
                || OLD_DATES.contains(name)
                || (SIMPLE.containsKey(name) && largeObject(name).isEmpty());
    }

    static boolean isEnum(TypeMirror type) {
        return EntityContext.classOf(type)
                .filter(it -> it.getKind() == ElementKind.ENUM)
                .isPresent();
    }

    static boolean isBoolean(TypeMirror type) {
        return ColumnType.bool().equals(SIMPLE.get(nameOf(type)));
    }

    static boolean isIntegral(TypeMirror type) {
        return INTEGRAL.contains(nameOf(type));
    }

    static boolean isFloating(TypeMirror type) {
        return FLOATING.contains(nameOf(type));
    }

    static boolean isVersion(TypeMirror type) {
        return VERSIONS.contains(nameOf(type));
    }

    private static Optional<ColumnType> largeObject(String name) {
        if (TEXT.contains(name) || LARGE_TEXT.contains(name)) {
            return Optional.of(ColumnType.text());
        }
        return BYTES.contains(name) || name.equals("java.sql.Blob")
                ? Optional.of(ColumnType.binary())
                : Optional.empty();
    }

    private static ColumnType text(EntitySize size) {
        int length = size.length().orElse(DEFAULT_LENGTH);
        return length > LONGEST_VARCHAR ? ColumnType.text() : ColumnType.varchar(length);
    }

    /** Hibernate drops a scale without a precision, and so does this. */
    private static ColumnType decimal(EntitySize size) {
        return size.precision()
                .map(precision -> ColumnType.decimal(precision, size.scale().orElse(0)))
                .orElseGet(() -> ColumnType.decimal(DEFAULT_PRECISION, DEFAULT_SCALE));
    }

    private static Optional<ColumnType> enumerated(EntityAttribute attribute, EntitySize size) {
        if (EntityContext.classOf(attribute.type())
                .filter(EntityTypes::choosesItsValues)
                .isPresent()) {
            return Optional.empty();
        }
        boolean byName = attribute
                .find(Jpa.ENUMERATED)
                .flatMap(it -> it.constant("value"))
                .filter("STRING"::equals)
                .isPresent();
        return Optional.of(byName ? text(size) : ColumnType.smallint());
    }

    private static boolean choosesItsValues(TypeElement enumType) {
        return ElementFilter.fieldsIn(enumType.getEnclosedElements()).stream()
                .anyMatch(it -> EntityAnnotation.isOn(it, Jpa.ENUMERATED_VALUE));
    }

    private static ColumnType temporal(EntityAttribute attribute) {
        String precision =
                attribute.find(Jpa.TEMPORAL).flatMap(it -> it.constant("value")).orElse("TIMESTAMP");
        return switch (precision) {
            case "DATE" -> ColumnType.date();
            case "TIME" -> ColumnType.time();
            default -> ColumnType.timestamp();
        };
    }

    private static String nameOf(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY
                ? nameOf(((ArrayType) type).getComponentType()) + "[]"
                : EntityContext.nameOf(type);
    }
}
