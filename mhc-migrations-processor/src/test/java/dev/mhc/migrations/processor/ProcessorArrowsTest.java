package dev.mhc.migrations.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages of the processor: migrations and entities know nothing of each other. */
@AnalyzeClasses(packages = "dev.mhc.migrations.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ProcessorArrowsTest {

    private static final String PROCESSOR = "dev.mhc.migrations.processor";
    private static final String ENTITY = "dev.mhc.migrations.processor.entity";
    private static final String COMPILER = "dev.mhc.migrations.processor.compiler";

    @ArchTest
    static final ArchRule theCompilerKnowsOfNeither = noClasses()
            .that()
            .resideInAPackage(COMPILER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROCESSOR, ENTITY);

    @ArchTest
    static final ArchRule entitiesKnowNothingOfMigrations = noClasses()
            .that()
            .resideInAPackage(ENTITY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PROCESSOR);

    @ArchTest
    static final ArchRule theProcessorAloneKnowsOfEntities = noClasses()
            .that()
            .resideInAPackage(PROCESSOR)
            .and()
            .doNotBelongToAnyOf(MigrationProcessor.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENTITY);

    @ArchTest
    static final ArchRule entitiesHaveOnePublicType = classes()
            .that()
            .resideInAPackage(ENTITY)
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .haveSimpleName("EntityCollector");
}
