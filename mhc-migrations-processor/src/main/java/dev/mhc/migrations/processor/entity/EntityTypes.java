package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.ColumnType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
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
    private static final int DURATION_PRECISION = 21;
    private static final int UUID_LENGTH = 36;
    private static final double BITS_OF_A_DIGIT = Math.log(10) / Math.log(2);
    private static final int BITS_OF_A_REAL = 24;

    private static final Set<ColumnType.Kind> OF_SECONDS =
            Set.of(ColumnType.Kind.TIME, ColumnType.Kind.TIMESTAMP, ColumnType.Kind.TIMESTAMP_WITH_TIME_ZONE);

    private static final Set<String> COLLECTIONS = Set.of(
            "java.util.Collection", "java.util.List", "java.util.Set", "java.util.SortedSet", "java.util.NavigableSet");

    private static final Set<String> INTEGRAL = Set.of(
            "byte", "short", "int", "long", "java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

    /** Those of Jakarta Persistence, and those that Hibernate can count or take the time of as well. */
    private static final Set<String> VERSIONS = Set.of(
            "byte",
            "short",
            "int",
            "long",
            "byte[]",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.sql.Timestamp",
            "java.util.Date",
            "java.util.Calendar",
            "java.time.Instant",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime");

    private static final Set<String> TEXT = Set.of("java.lang.String", "char[]", "java.lang.Character[]");
    private static final Set<String> BYTES = Set.of("byte[]", "java.lang.Byte[]", "java.sql.Blob");
    private static final Set<String> LARGE_TEXT = Set.of("java.sql.Clob", "java.sql.NClob");
    private static final Set<String> ZONED =
            Set.of("java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.OffsetTime");
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
            Map.entry("java.sql.Blob", ColumnType.blob()),
            Map.entry("java.sql.Clob", ColumnType.clob()),
            Map.entry("java.sql.NClob", ColumnType.clob()),
            Map.entry("java.time.LocalDate", ColumnType.date()),
            Map.entry("java.time.LocalTime", ColumnType.time()),
            Map.entry("java.time.LocalDateTime", ColumnType.timestamp()),
            Map.entry("java.time.Instant", ColumnType.timestampTz()),
            Map.entry("java.time.OffsetDateTime", ColumnType.timestampTz()),
            Map.entry("java.time.ZonedDateTime", ColumnType.timestampTz()),
            Map.entry("java.time.Year", ColumnType.integer()),
            Map.entry("java.time.OffsetTime", ColumnType.time()),
            Map.entry("java.time.ZoneId", ColumnType.varchar(DEFAULT_LENGTH)),
            Map.entry("java.time.ZoneOffset", ColumnType.varchar(6)),
            Map.entry("java.util.TimeZone", ColumnType.varchar(DEFAULT_LENGTH)),
            Map.entry("java.util.Locale", ColumnType.varchar(DEFAULT_LENGTH)),
            Map.entry("java.util.Currency", ColumnType.varchar(3)),
            Map.entry("java.lang.Class", ColumnType.varchar(DEFAULT_LENGTH)),
            Map.entry("java.net.URL", ColumnType.varchar(DEFAULT_LENGTH)),
            Map.entry("java.net.InetAddress", ColumnType.declared("inet")),
            Map.entry("java.net.Inet4Address", ColumnType.declared("inet")),
            Map.entry("java.net.Inet6Address", ColumnType.declared("inet")),
            Map.entry("java.sql.Date", ColumnType.date()),
            Map.entry("java.sql.Time", ColumnType.time()),
            Map.entry("java.sql.Timestamp", ColumnType.timestamp()),
            Map.entry("java.util.UUID", ColumnType.uuid()));

    private EntityTypes() {}

    /** The type of an attribute's column; empty for a Java type whose column is not known. */
    static Optional<ColumnType> of(EntityAttribute attribute, EntitySize size, EntityContext context) {
        return plain(attribute, size, context).map(it -> withFraction(it, size));
    }

    private static Optional<ColumnType> plain(EntityAttribute attribute, EntitySize size, EntityContext context) {
        String name = nameOf(attribute.type());
        Optional<Integer> code = attribute.find(Jpa.JDBC_TYPE_CODE).flatMap(it -> it.number("value"));
        if (code.isPresent() && code.get() != EntityTypeCodes.ARRAY) {
            return EntityTypeCodes.of(code.get(), size, textLength(attribute.type()), name);
        }
        if (attribute.has(Jpa.LOB) && !cannotBeLarge(attribute.type())) {
            return Optional.of(isText(name) ? ColumnType.clob() : ColumnType.blob());
        }
        if (isEnum(attribute.type())) {
            return enumerated(attribute, size);
        }
        if (OLD_DATES.contains(name)) {
            return Optional.of(temporal(attribute));
        }
        if (hasZone(attribute.type()) && isNormalized(attribute)) {
            return Optional.of(name.equals("java.time.OffsetTime") ? ColumnType.time() : ColumnType.timestamp());
        }
        return switch (name) {
            case "java.lang.String", "char[]" -> Optional.of(text(size));
            case "char", "java.lang.Character" ->
                Optional.of(ColumnType.character(size.length().orElse(1)));
            case "java.math.BigDecimal" -> Optional.of(decimal(size));
            case "java.math.BigInteger" -> Optional.of(wholeNumber(size, DEFAULT_PRECISION));
            case "java.time.Duration" -> Optional.of(wholeNumber(size, DURATION_PRECISION));
            case "float", "java.lang.Float" -> Optional.of(floating(size, ColumnType.real()));
            case "double", "java.lang.Double" -> Optional.of(floating(size, ColumnType.doublePrecision()));
            default ->
                Optional.ofNullable(SIMPLE.get(name))
                        .map(it -> withLength(it, size))
                        .or(() -> array(attribute, size, context))
                        .or(() -> serialized(attribute.type(), context));
        };
    }

    /** Whether a time loses its zone; Hibernate makes no second column for that of an element. */
    private static boolean isNormalized(EntityAttribute attribute) {
        boolean element = attribute.role() == EntityAttribute.Role.ELEMENT;
        return EntityBasics.storage(attribute)
                .filter(it -> it.equals("NORMALIZE") || (element && it.equals("COLUMN")))
                .isPresent();
    }

    private static ColumnType withLength(ColumnType type, EntitySize size) {
        return size.length().isPresent() && type.kind() == ColumnType.Kind.VARCHAR
                ? text(size.length().get())
                : type;
    }

    private static ColumnType withFraction(ColumnType type, EntitySize size) {
        return size.fraction().isPresent() && OF_SECONDS.contains(type.kind())
                ? ColumnType.of(type.kind(), size.fraction().get())
                : type;
    }

    /** Hibernate counts the digits in base two then, and PostgreSQL chooses by that. */
    private static ColumnType floating(EntitySize size, ColumnType usual) {
        return size.precision()
                .map(digits -> Math.ceil(digits * BITS_OF_A_DIGIT) > BITS_OF_A_REAL
                        ? ColumnType.doublePrecision()
                        : ColumnType.real())
                .orElse(usual);
    }

    /** Arrays, and collections that no annotation gives a table of their own. */
    private static Optional<ColumnType> array(EntityAttribute attribute, EntitySize size, EntityContext context) {
        return elementOfArray(attribute.type())
                .filter(it -> elementOfArray(it).isEmpty())
                .flatMap(it -> plain(attribute.elements(it), size, context))
                .map(element -> ColumnType.declared(
                        (element.equals(ColumnType.binary()) ? "bytea" : element.toString()) + "[]"));
    }

    private static Optional<TypeMirror> elementOfArray(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return Optional.of(((ArrayType) type).getComponentType());
        }
        return type instanceof DeclaredType declared
                        && COLLECTIONS.contains(EntityContext.nameOf(type))
                        && declared.getTypeArguments().size() == 1
                ? Optional.of(EntityContext.bound(declared.getTypeArguments().get(0)))
                : Optional.empty();
    }

    /**
     * What has no column type of its own is stored as the bytes of the object. A class of a library may have a type that
     * the library registers, which is not known here.
     */
    private static Optional<ColumnType> serialized(TypeMirror type, EntityContext context) {
        TypeElement serializable = context.elements().getTypeElement("java.io.Serializable");
        return EntityContext.classOf(type)
                .filter(it -> serializable != null && context.types().isSubtype(type, serializable.asType()))
                .filter(it -> nameOf(type).startsWith("java.")
                        || context.isInSources().test(it))
                .map(it -> ColumnType.binary());
    }

    /** The characters that the text of such a value takes, if that is known. */
    private static Optional<Integer> textLength(TypeMirror type) {
        String name = nameOf(type);
        if (name.equals("java.util.UUID")) {
            return Optional.of(UUID_LENGTH);
        }
        if (TEXT.contains(name) || isEnum(type)) {
            return Optional.of(DEFAULT_LENGTH);
        }
        return Optional.ofNullable(SIMPLE.get(name))
                .filter(it -> it.kind() == ColumnType.Kind.VARCHAR)
                .map(it -> it.arguments().get(0));
    }

    /** Whether the type can only be stored in one simple column and is neither text nor bytes. */
    static boolean cannotBeLarge(TypeMirror type) {
        String name = nameOf(type);
        return isEnum(type)
                || name.startsWith("java.math.")
                || name.equals("char")
                || name.equals("java.lang.Character")
                || OLD_DATES.contains(name)
                || (SIMPLE.containsKey(name) && !isText(name) && !BYTES.contains(name));
    }

    /** What an array or a collection in one column holds, or the type itself. */
    static TypeMirror innermost(TypeMirror type) {
        return elementOfArray(type).map(EntityTypes::innermost).orElse(type);
    }

    static boolean isEnum(TypeMirror type) {
        return EntityContext.classOf(type)
                .filter(it -> it.getKind() == ElementKind.ENUM)
                .isPresent();
    }

    static boolean isBoolean(TypeMirror type) {
        return ColumnType.bool().equals(SIMPLE.get(nameOf(type)));
    }

    /** Whether its values say in which zone they are. */
    static boolean hasZone(TypeMirror type) {
        return ZONED.contains(nameOf(type));
    }

    static boolean isIntegral(TypeMirror type) {
        return INTEGRAL.contains(nameOf(type));
    }

    static boolean isVersion(TypeMirror type) {
        return VERSIONS.contains(nameOf(type));
    }

    private static boolean isText(String name) {
        return TEXT.contains(name) || LARGE_TEXT.contains(name);
    }

    private static ColumnType text(EntitySize size) {
        return text(size.length().orElse(DEFAULT_LENGTH));
    }

    static ColumnType text(int length) {
        return length > LONGEST_VARCHAR ? ColumnType.text() : ColumnType.varchar(length);
    }

    /** Hibernate drops a scale without a precision, and so does this. */
    static ColumnType decimal(EntitySize size) {
        return size.precision()
                .map(precision -> ColumnType.decimal(precision, size.scale().orElse(0)))
                .orElseGet(() -> ColumnType.decimal(DEFAULT_PRECISION, DEFAULT_SCALE));
    }

    /** Of a type without a fraction, for which a column may have room all the same. */
    private static ColumnType wholeNumber(EntitySize size, int usual) {
        return size.precision().isPresent() ? decimal(size) : ColumnType.decimal(usual, 0);
    }

    private static Optional<ColumnType> enumerated(EntityAttribute attribute, EntitySize size) {
        boolean byName = attribute
                .find(Jpa.ENUMERATED)
                .flatMap(it -> it.constant("value"))
                .filter("STRING"::equals)
                .isPresent();
        Optional<String> chosen = chosenValue(attribute.type());
        if (chosen.isEmpty()) {
            return Optional.of(byName ? text(size) : ColumnType.smallint());
        }
        return Optional.of(chosen.get().equals("java.lang.String") ? text(size) : ColumnType.smallint());
    }

    /** The type of what an enum itself says is to be stored. */
    private static Optional<String> chosenValue(TypeMirror type) {
        return EntityContext.classOf(type).stream()
                .flatMap(it -> ElementFilter.fieldsIn(it.getEnclosedElements()).stream())
                .filter(it -> EntityAnnotations.of(it).has(Jpa.ENUMERATED_VALUE))
                .map(it -> nameOf(it.asType()))
                .findFirst();
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
