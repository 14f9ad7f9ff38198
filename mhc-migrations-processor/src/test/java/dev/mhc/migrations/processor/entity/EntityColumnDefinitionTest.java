package dev.mhc.migrations.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.schema.ColumnType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityColumnDefinitionTest {

    @Test
    void type_isTakenAsWritten() {
        assertThat(parse("timestamp with time zone"))
                .contains(definition(ColumnType.declared("timestamp with time zone"), false, false, null));
        assertThat(parse(" NUMERIC(10, 2) "))
                .contains(definition(ColumnType.declared("NUMERIC(10, 2)"), false, false, null));
        assertThat(parse("Text")).contains(definition(ColumnType.text(), false, false, null));
    }

    @Test
    void plainConstraints_areTakenApart() {
        assertThat(parse("integer NOT NULL DEFAULT 0"))
                .contains(definition(ColumnType.declared("integer"), true, false, "0"));
        assertThat(parse("varchar(9) default 'it''s not null' unique null"))
                .contains(definition(ColumnType.declared("varchar(9)"), false, true, "'it''s not null'"));
        assertThat(parse("timestamp default (now() at time zone 'utc')"))
                .contains(definition(ColumnType.declared("timestamp"), false, false, "(now() at time zone 'utc')"));
        assertThat(parse("integer default null"))
                .contains(definition(ColumnType.declared("integer"), false, false, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "integer check (x > 0)",
                "integer CHECK(x > 0)",
                "integer references t(id)",
                "text collate nocase",
                "integer generated always as identity",
                "timestamp default current_timestamp on update current_timestamp",
                "integer not",
                "integer default",
            })
    void everythingElse_isNotUnderstood(String text) {
        assertThat(parse(text)).isEmpty();
    }

    @Test
    void definitionWithoutType_leavesTheTypeToTheAttribute() {
        assertThat(parse("not null"))
                .contains(new EntityColumnDefinition(Optional.empty(), true, false, Optional.empty()));
    }

    private static Optional<EntityColumnDefinition> parse(String text) {
        return EntityColumnDefinition.parse(text);
    }

    private static EntityColumnDefinition definition(
            ColumnType type, boolean notNull, boolean unique, @Nullable String defaultValue) {
        return new EntityColumnDefinition(Optional.of(type), notNull, unique, Optional.ofNullable(defaultValue));
    }
}
