package dev.mhc.migrations;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the packages, as docs/ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "dev.mhc.migrations", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {

    @ArchTest
    static final ArchRule arrowsPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("error")
            .definedBy("dev.mhc.migrations.error")
            .layer("schema")
            .definedBy("dev.mhc.migrations.schema")
            .layer("operation")
            .definedBy("dev.mhc.migrations.operation")
            .layer("root")
            .definedBy("dev.mhc.migrations")
            .layer("dialect")
            .definedBy("dev.mhc.migrations.dialect")
            .layer("sqlite")
            .definedBy("dev.mhc.migrations.dialect.sqlite")
            .layer("postgresql")
            .definedBy("dev.mhc.migrations.dialect.postgresql")
            .layer("engine")
            .definedBy("dev.mhc.migrations.engine")
            .whereLayer("engine")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sqlite")
            .mayOnlyBeAccessedByLayers("engine")
            .whereLayer("postgresql")
            .mayOnlyBeAccessedByLayers("engine")
            .whereLayer("dialect")
            .mayOnlyBeAccessedByLayers("sqlite", "postgresql", "engine")
            .whereLayer("root")
            .mayOnlyBeAccessedByLayers("dialect", "sqlite", "postgresql", "engine")
            .whereLayer("operation")
            .mayOnlyBeAccessedByLayers("root", "dialect", "sqlite", "postgresql", "engine")
            .whereLayer("schema")
            .mayOnlyBeAccessedByLayers("operation", "root", "dialect", "sqlite", "postgresql", "engine");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("dev.mhc.migrations.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule oneClassNamesTheDialects = noClasses()
            .that()
            .resideInAPackage("dev.mhc.migrations.engine")
            .and()
            .doNotHaveSimpleName("Dialects")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.mhc.migrations.dialect.sqlite", "dev.mhc.migrations.dialect.postgresql");

    @ArchTest
    static final ArchRule dialectsHaveOnePublicType = classes()
            .that()
            .resideInAnyPackage("dev.mhc.migrations.dialect.sqlite", "dev.mhc.migrations.dialect.postgresql")
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should()
            .haveSimpleNameEndingWith("Dialect");

    @ArchTest
    static final ArchRule theJdkIsEnough = classes()
            .that()
            .resideInAPackage("dev.mhc.migrations..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.mhc.migrations..", "java..", "javax.sql..", "org.jspecify..");
}
