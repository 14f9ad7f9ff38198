package dev.mhc.migrations.schema;

import static dev.mhc.migrations.schema.ColumnType.bigint;
import static dev.mhc.migrations.schema.ColumnType.clob;
import static dev.mhc.migrations.schema.ColumnType.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Tables of collections have keys that only keep their rows apart, and composite keys have an order that says little. */
class KeyOfSetTest {

    private static Table tags(ColumnType type, UnaryOperator<Table.Builder> more) {
        return more.apply(Table.named("tags")
                        .column(Column.of("owner", bigint()).notNull())
                        .column(Column.of("tag", type))
                        .foreignKey(ForeignKey.of("owner", "tags", "owner")))
                .build();
    }

    private static List<String> compare(Table expected, Table found) {
        return SchemaDiff.compare(new Schema(List.of(expected)), new Schema(List.of(found)), new PlainRules()).stream()
                .map(it -> it.severity() + " " + it.place() + ": " + it.expected() + " / " + it.found())
                .toList();
    }

    @Test
    void uniqueKeyOfAllColumns_isMissedAsInfo() {
        Table unique = tags(varchar(20), it -> it.uniqueKey(UniqueKey.of("owner", "tag")));
        assertThat(compare(unique, tags(varchar(20), it -> it)))
                .containsExactly("INFO tags.(owner, tag): unique (owner, tag) / nothing");
    }

    @Test
    void uniqueKeyOfSomeColumns_isMissedAsError() {
        Table unique = tags(varchar(20), it -> it.uniqueKey(UniqueKey.of("tag")));
        assertThat(compare(unique, tags(varchar(20), it -> it)))
                .containsExactly("ERROR tags.tag: unique (tag) / nothing");
    }

    @Test
    void overLargeObjects_noneIsMissed() {
        assertThat(compare(tags(clob(), it -> it.uniqueKey(UniqueKey.of("owner", "tag"))), tags(clob(), it -> it)))
                .isEmpty();
        assertThat(compare(tags(clob(), it -> it.primaryKey("owner", "tag")), tags(clob(), it -> it)))
                .isEmpty();
    }

    @Test
    void primaryKeyOfAnEntity_isMissedWhateverItHolds() {
        Table entity = Table.named("e")
                .column(Column.of("id", clob()).notNull())
                .primaryKey("id")
                .build();
        Table without =
                Table.named("e").column(Column.of("id", clob()).notNull()).build();
        assertThat(compare(entity, without)).containsExactly("ERROR e: primary key (id) / nothing");
    }

    @Test
    void orderOfAPrimaryKey_isInfo() {
        assertThat(compare(
                        tags(varchar(20), it -> it.primaryKey("owner", "tag")),
                        tags(varchar(20), it -> it.primaryKey("tag", "owner"))))
                .containsExactly("INFO tags: primary key (owner, tag) / primary key (tag, owner)");
    }
}
