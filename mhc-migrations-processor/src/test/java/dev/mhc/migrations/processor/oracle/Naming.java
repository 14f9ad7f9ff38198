package dev.mhc.migrations.processor.oracle;

import java.util.Map;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;

/** A way to name tables and columns, as the processor and Hibernate are told of it. */
enum Naming {
    STANDARD("standard"),
    SNAKE_CASE("snake_case"),
    SPRING("spring");

    /** Spring Boot's rule for join tables, beside the standard's for everything else. */
    public static final class SpringJoinTables extends ImplicitNamingStrategyJpaCompliantImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
            return toIdentifier(
                    source.getOwningPhysicalTableName() + "_"
                            + source.getAssociationOwningAttributePath().getProperty(),
                    source.getBuildingContext());
        }
    }

    private static final String PHYSICAL = "hibernate.physical_naming_strategy";

    private final String option;

    Naming(String option) {
        this.option = option;
    }

    /** The value of the processor's option. */
    String option() {
        return option;
    }

    /** What Hibernate is configured with. */
    Map<String, Object> settings() {
        return switch (this) {
            case STANDARD -> Map.of();
            case SNAKE_CASE -> Map.of(PHYSICAL, PhysicalNamingStrategySnakeCaseImpl.class.getName());
            case SPRING ->
                Map.of(
                        PHYSICAL,
                        PhysicalNamingStrategySnakeCaseImpl.class.getName(),
                        "hibernate.implicit_naming_strategy",
                        new SpringJoinTables());
        };
    }
}
