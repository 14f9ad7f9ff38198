package dev.mhc.migrations.processor.entity;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.mhc.migrations.processor.entity.EntityCompilation.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Column;
import dev.mhc.migrations.schema.ColumnType;
import dev.mhc.migrations.schema.ForeignKey;
import dev.mhc.migrations.schema.Index;
import dev.mhc.migrations.schema.PrimaryKey;
import dev.mhc.migrations.schema.Table;
import dev.mhc.migrations.schema.UniqueKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several classes and collections put into one table, and what has a table of its own. */
class EntityRelationsTest {

    @Test
    void valuesAndLinks_haveTablesOfTheirOwn() {
        EntityCompilation compilation = EntityCompilation.snakeCase(source("""
                @Entity class OrderLine {
                    @Id Long id;
                    @ElementCollection List<String> tagNames;
                    @ElementCollection @CollectionTable(name = "sizes") Set<Integer> sizes;
                    @ManyToMany List<BigItem> items;
                    @ManyToMany @JoinTable(name = "gifts") Set<BigItem> gifts;
                    @OneToMany List<BigItem> spares;
                }
                @Entity class BigItem { @Id Long id; @ManyToMany(mappedBy = "items") List<OrderLine> lines; }
                """));

        EntitySchema schema = compilation.schema();
        assertThat(tables(schema)).contains("gifts", "order_line_tag_names", "sizes");
        assertThat(schema.uncheckedTables()).isEmpty();
        assertThat(schema.notes()).isEmpty();
        assertThat(columns(compilation.table("order_line"))).containsExactly("id");
        assertThat(columns(compilation.table("order_line_tag_names"))).containsExactly("order_line_id", "tag_names");
        assertThat(compilation.table("order_line_tag_names").primaryKey()).isEmpty();
        Table gifts = compilation.table("gifts");
        assertThat(columns(gifts)).containsExactly("order_line_id", "gifts_id");
        assertThat(gifts.primaryKey().map(PrimaryKey::columns)).contains(List.of("order_line_id", "gifts_id"));
        assertThat(gifts.foreignKeys())
                .containsExactly(
                        ForeignKey.of("order_line_id", "order_line", "id"),
                        ForeignKey.of("gifts_id", "big_item", "id"));
    }

    @Test
    void joinColumnOnTheSideOfMany_standsInTheOtherTable() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Whole {
                    @Id Long id;
                    @OneToMany @JoinColumn(name = "whole_id") List<Part> parts;
                }
                @Entity class Part { @Id Long id; }
                """));

        assertThat(tables(compilation.schema())).containsExactly("Part", "Whole");
        assertThat(columns(compilation.table("Whole"))).containsExactly("id");
        assertThat(compilation.column("Part", "whole_id")).isEqualTo(Column.of("whole_id", ColumnType.bigint()));
        assertThat(compilation.table("Part").foreignKeys()).containsExactly(ForeignKey.of("whole_id", "Whole", "id"));
    }

    @Test
    void inheritance_putsSubclassesIntoTheTableOfTheRoot() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Base { @Id Long id; }
                @Entity class Derived extends Base { int more; }
                @Entity class ToDerived { @Id Long id; @ManyToOne Derived derived; }
                """));

        assertThat(tables(compilation.schema())).containsExactly("Base", "ToDerived");
        assertThat(compilation.table("Base").columns())
                .containsExactly(
                        Column.of("id", ColumnType.bigint()).notNull(),
                        Column.of("DTYPE", ColumnType.varchar(31)).notNull(),
                        Column.of("more", ColumnType.integer()));
        assertThat(compilation.table("ToDerived").foreignKeys())
                .containsExactly(ForeignKey.of("derived_id", "Base", "id"));
    }

    @Test
    void autoAppliedConverter_givesTheTypeThatItStores() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing { @Id Long id; UUID key; @Convert(disableConversion = true) UUID kept; }
                @Converter(autoApply = true) class Keys implements AttributeConverter<UUID, String> {
                    public String convertToDatabaseColumn(UUID it) { return ""; }
                    public UUID convertToEntityAttribute(String it) { return null; }
                }
                """));

        assertThat(compilation.column("Thing", "key").type()).isEqualTo(ColumnType.varchar(255));
        assertThat(compilation.column("Thing", "kept").type()).isEqualTo(ColumnType.uuid());
    }

    @Test
    void keys_mayNameColumnsThatOtherEntitiesPutIntoTheTable() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class House {
                    @Id Long id;
                    @OneToMany @JoinColumn(name = "house_id") List<Room> rooms;
                }
                @Entity @Table(indexes = @Index(columnList = "house_id")) class Room { @Id Long id; }
                @Entity @Table(uniqueConstraints = @UniqueConstraint(columnNames = "wheels")) class Vehicle {
                    @Id Long id;
                }
                @Entity class Car extends Vehicle { int wheels; }
                """));

        assertThat(compilation.table("Room").indexes()).containsExactly(Index.on(Index.Part.column("house_id")));
        assertThat(compilation.table("Vehicle").uniqueKeys()).containsExactly(UniqueKey.of("wheels"));
        assertThat(compilation.schema().uncheckedTables()).isEmpty();
    }

    @Test
    void keyOnAColumnThatNobodyHas_isAnErrorAlsoInATableOfSeveral() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity @Table(indexes = @Index(columnList = "doors")) class Vehicle { @Id Long id; }
                @Entity class Car extends Vehicle { int wheels; }
                """));

        assertThat(compilation.compilation()).hadErrorContaining("[UnknownKeyColumn]");
        assertThat(compilation.compilation()).hadErrorContaining("Name one of its columns: id, DTYPE, wheels.");
    }

    @Test
    void referencedColumn_mayBeThatOfAnAssociation() {
        EntityCompilation compilation = EntityCompilation.of(source("""
                @Entity class Thing {
                    @Id Long id;
                    @ManyToOne @JoinColumn(referencedColumnName = "other_id") Holder it;
                }
                @Entity class Other { @Id Long id; }
                @Entity class Holder { @Id Long id; @OneToOne Other other; }
                """));

        assertThat(compilation.schema().uncheckedTables()).containsExactly("Thing");
    }

    private static List<String> tables(EntitySchema schema) {
        return schema.schema().tables().stream().map(Table::name).toList();
    }

    private static List<String> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }
}
