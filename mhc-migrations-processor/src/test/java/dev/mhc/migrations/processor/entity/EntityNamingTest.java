package dev.mhc.migrations.processor.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mhc.migrations.processor.compiler.ProcessorOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second column is what Hibernate's snake-case strategy made of the first; {@link EntityHibernateTest} asks it. */
class EntityNamingTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "createdAt,created_at",
                "OrderLine,order_line",
                "some_Name,some_name",
                "iPhone,i_phone",
                "codeA,codea",
                "URLName,urlname",
                "httpURL,httpurl",
                "a1B2C,a1_b2c",
                "x2Y,x2y",
                "line2Total,line2_total",
                "IDNumber,idnumber",
                "shop.Order,shop.Order",
                "'\"quotedName\"',quotedName",
                "`backName`,backName",
            })
    void snakeCase_isThatOfHibernate(String logical, String physical) {
        assertThat(new EntityNaming(ProcessorOptions.Naming.SNAKE_CASE).physical(logical))
                .isEqualTo(physical);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"createdAt,createdAt", "'\"order\"',order", "`order`,order"})
    void standard_keepsTheNameWithoutQuotes(String logical, String physical) {
        assertThat(new EntityNaming(ProcessorOptions.Naming.STANDARD).physical(logical))
                .isEqualTo(physical);
    }
}
