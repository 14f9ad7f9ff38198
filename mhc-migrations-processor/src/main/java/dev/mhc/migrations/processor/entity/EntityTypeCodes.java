package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.ColumnType;
import java.util.Optional;

/** The columns that Hibernate's {@code @JdbcTypeCode} asks for, by the numbers of {@code java.sql.Types} and its own. */
final class EntityTypeCodes {

    static final int ARRAY = 2003;

    /** What Hibernate declares for a text of up to 32 kB. */
    private static final int LONG_TEXT = 32_600;

    private EntityTypeCodes() {}

    /**
     * The type of a column.
     *
     * @param length of the text of such a value, if none is written
     * @param javaType the name of the attribute's type
     * @return empty for a code whose column depends on more than the entity
     */
    static Optional<ColumnType> of(int code, EntitySize size, Optional<Integer> length, String javaType) {
        Optional<Integer> characters = size.length().or(() -> length);
        return switch (code) {
            case 16, -7 -> Optional.of(ColumnType.bool());
            case -6, 5, 6002 -> Optional.of(ColumnType.smallint());
            case 4 -> Optional.of(ColumnType.integer());
            case -5 -> Optional.of(ColumnType.bigint());
            case 7 -> Optional.of(ColumnType.real());
            case 8, 6 -> Optional.of(ColumnType.doublePrecision());
            case 2, 3 -> decimal(size, javaType);
            case 1, -15 -> characters.map(ColumnType::character);
            case 12, -9 -> characters.map(EntityTypes::text);
            case -1, -16 -> Optional.of(ColumnType.varchar(LONG_TEXT));
            case 4001, 4002 -> Optional.of(ColumnType.text());
            case 2005, 2011, 3005, 3006 -> Optional.of(ColumnType.clob());
            case 2004, 3004 -> Optional.of(ColumnType.blob());
            case -2, -3, -4, 4003 -> Optional.of(ColumnType.binary());
            case 91, 3010 -> Optional.of(ColumnType.date());
            case 92, 3011 -> Optional.of(ColumnType.time());
            case 93, 3009 -> Optional.of(ColumnType.timestamp());
            case 2014, 3003, 3008, 3012, 3014 -> Optional.of(ColumnType.timestampTz());
            case 3000 -> Optional.of(ColumnType.uuid());
            case 3001 -> Optional.of(ColumnType.json());
            case 3002 -> Optional.of(ColumnType.declared("inet"));
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnType> decimal(EntitySize size, String javaType) {
        if (size.precision().isPresent() || javaType.equals("java.math.BigDecimal")) {
            return Optional.of(EntityTypes.decimal(size));
        }
        return switch (javaType) {
            case "long", "java.lang.Long" -> Optional.of(ColumnType.decimal(19, 0));
            case "int", "java.lang.Integer" -> Optional.of(ColumnType.decimal(10, 0));
            case "short", "java.lang.Short" -> Optional.of(ColumnType.decimal(5, 0));
            case "byte", "java.lang.Byte" -> Optional.of(ColumnType.decimal(3, 0));
            default -> Optional.empty();
        };
    }
}
