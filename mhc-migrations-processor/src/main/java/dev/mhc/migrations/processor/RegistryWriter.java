package dev.mhc.migrations.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.mhc.migrations.DatabaseMigration;
import dev.mhc.migrations.Digest;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.MigrationRegistry;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes the registry of a module. Data first, in {@code switch}es: nothing is computed and no migration is loaded
 * before it is asked for. A method with thousands of cases is more than a class file can hold, so a long registry is cut
 * into nested classes.
 */
final class RegistryWriter {

    private static final int PART_SIZE = 200;

    private final String module;
    private final ClassName name;
    private final List<MigrationModel> migrations;

    private RegistryWriter(String module, ClassName name, List<MigrationModel> migrations) {
        this.module = module;
        this.name = name;
        this.migrations = migrations;
    }

    /**
     * The registry's source: a function of its parameters and nothing else.
     *
     * @param migrations in order
     * @param annotations what the class is annotated with
     */
    static JavaFile write(
            String module, ClassName name, List<MigrationModel> migrations, List<AnnotationSpec> annotations) {
        TypeSpec.Builder registry = new RegistryWriter(module, name, migrations).registry();
        registry.addAnnotations(annotations);
        migrations.forEach(migration -> registry.addOriginatingElement(migration.element()));
        return JavaFile.builder(name.packageName(), registry.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    private TypeSpec.Builder registry() {
        TypeSpec.Builder registry = TypeSpec.classBuilder(name)
                .addJavadoc("""
                        The migrations of module {@code $L}, in order.

                        <p>Generated from the classes annotated with {@code @Migration}; every compile writes it anew.
                        """, module)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(MigrationRegistry.class)
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("Called by {@link java.util.ServiceLoader}.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .build())
                .addMethod(constant(String.class, "module", JavaLiteral.of(module)))
                .addMethod(constant(String.class, "digest", JavaLiteral.of(digest())))
                .addMethod(constant(int.class, "size", Integer.toString(migrations.size())));
        if (migrations.size() <= PART_SIZE) {
            return registry.addMethod(overriding(entries(0, migrations.size())))
                    .addMethod(overriding(instances(0, migrations.size())));
        }
        registry.addMethod(overriding(choice(TypeName.get(MigrationEntry.class), "entry")))
                .addMethod(overriding(choice(TypeName.get(DatabaseMigration.class), "migration")));
        for (int part = 0; part < parts(); part++) {
            registry.addType(part(part));
        }
        return registry;
    }

    private String digest() {
        String digest = Digest.EMPTY;
        for (MigrationModel migration : migrations) {
            digest = Digest.extend(
                    digest, migration.entry().version(), migration.entry().checksum());
        }
        return digest;
    }

    private static MethodSpec constant(Class<?> type, String method, String value) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $L", value)
                .build();
    }

    private int parts() {
        return (migrations.size() + PART_SIZE - 1) / PART_SIZE;
    }

    /** Both methods for the migrations of one part. */
    private TypeSpec part(int part) {
        int from = part * PART_SIZE;
        int to = Math.min(from + PART_SIZE, migrations.size());
        return TypeSpec.classBuilder("Part" + part)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(entries(from, to).addModifiers(Modifier.STATIC).build())
                .addMethod(instances(from, to).addModifiers(Modifier.STATIC).build())
                .build();
    }

    private static MethodSpec overriding(MethodSpec.Builder method) {
        return method.addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .build();
    }

    private MethodSpec.Builder entries(int from, int to) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int index = from; index < to; index++) {
            MigrationEntry entry = migrations.get(index).entry();
            cases.add(
                    "case $L -> new $T($L, $L, $L, $L, $L$L);\n",
                    index,
                    MigrationEntry.class,
                    VersionRules.literal(entry.version()),
                    JavaLiteral.of(entry.description()),
                    JavaLiteral.of(entry.checksum()),
                    JavaLiteral.of(entry.className()),
                    JavaLiteral.of(entry.irreversible()),
                    entry.transactional() ? "" : ", false");
        }
        return byIndex(TypeName.get(MigrationEntry.class), "entry", "index", cases.build());
    }

    private MethodSpec.Builder instances(int from, int to) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int index = from; index < to; index++) {
            cases.add("case $L -> new $T();\n", index, migrations.get(index).type());
        }
        return byIndex(TypeName.get(DatabaseMigration.class), "migration", "index", cases.build());
    }

    private MethodSpec.Builder choice(TypeName returned, String method) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int part = 0; part < parts(); part++) {
            cases.add("case $L -> Part$L.$L(index);\n", part, part, method);
        }
        return byIndex(returned, method, "index / " + PART_SIZE, cases.build());
    }

    private static MethodSpec.Builder byIndex(TypeName returned, String method, String selector, CodeBlock cases) {
        return MethodSpec.methodBuilder(method)
                .addParameter(int.class, "index")
                .returns(returned)
                .addCode("return switch ($L) {\n$>", selector)
                .addCode(cases)
                .addCode("default -> throw new $T(index);\n", IndexOutOfBoundsException.class)
                .addCode("$<};\n");
    }
}
