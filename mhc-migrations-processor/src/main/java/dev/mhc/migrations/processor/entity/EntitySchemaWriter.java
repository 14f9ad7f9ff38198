package dev.mhc.migrations.processor.entity;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.processor.compiler.GeneratedPackage;
import dev.mhc.migrations.processor.compiler.ProcessorOptions;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.SchemaText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the class that holds the schema of a module's entities. */
final class EntitySchemaWriter {

    /** A method with thousands of names would be larger than a class file can have. */
    private static final int ELEMENTS_IN_A_METHOD = 1_000;

    private static final TypeName LIST = ParameterizedTypeName.get(List.class, String.class);

    private static final String GENERATED = "javax.annotation.processing.Generated";
    private static final String PROCESSOR = "dev.mhc.migrations.processor.MigrationProcessor";

    private final Elements elements;
    private final ProcessorOptions options;

    EntitySchemaWriter(Elements elements, ProcessorOptions options) {
        this.elements = elements;
        this.options = options;
    }

    /** The class of the schema: in the package that all entities share. */
    ClassName className(List<EntityModel> models) {
        Set<String> packages = new TreeSet<>();
        models.forEach(it ->
                packages.add(elements.getPackageOf(it.type()).getQualifiedName().toString()));
        return ClassName.get(GeneratedPackage.of(packages), options.classPrefix() + "Entities");
    }

    /** The source; what {@code schema} has is sorted, and so is what is written of {@code models}. */
    JavaFile file(List<EntityModel> models, Schema schema, Set<String> uncheckedTables) {
        ClassName name = className(models);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(EntitySchema.class)
                .addJavadoc(
                        "What the entities of module {@code $L} expect of a database. Generated from their annotations.\n",
                        options.module());
        if (elements.getTypeElement(GENERATED) != null) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(GENERATED))
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
        models.forEach(it -> type.addOriginatingElement(it.type()));
        type.addMethod(overriding("module", ClassName.get(String.class))
                .addStatement("return $S", options.module())
                .build());
        addSchema(type, schema);
        addTexts(type, "entities", entityNames(models));
        TreeSet<String> notes = new TreeSet<>();
        models.forEach(it -> notes.addAll(it.findings().notes()));
        if (!notes.isEmpty()) {
            addTexts(type, "notes", notes);
        }
        if (!uncheckedTables.isEmpty()) {
            addTexts(type, "uncheckedTables", uncheckedTables);
        }
        return JavaFile.builder(name.packageName(), type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    private Collection<String> entityNames(List<EntityModel> models) {
        Set<String> names = new TreeSet<>();
        for (EntityModel model : models) {
            TypeElement entity = model.type();
            names.add(elements.getBinaryName(entity).toString());
        }
        return names;
    }

    private static void addSchema(TypeSpec.Builder type, Schema schema) {
        List<String> blocks = new ArrayList<>();
        schema.tables().forEach(it -> blocks.add((blocks.isEmpty() ? "" : "\n") + SchemaText.write(it)));
        String sequences = schema.sequences().stream().map(SchemaText::write).collect(Collectors.joining());
        if (!sequences.isEmpty()) {
            blocks.add((blocks.isEmpty() ? "" : "\n") + sequences);
        }
        List<String> parts = TextBlocks.parts(blocks);
        List<CodeBlock> constants = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String name = parts.size() == 1 ? "SCHEMA" : "SCHEMA_" + (i + 1);
            type.addField(FieldSpec.builder(String.class, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(TextBlocks.code(parts.get(i)))
                    .build());
            constants.add(CodeBlock.of("$L", name));
        }
        type.addMethod(overriding("schema", ClassName.get(Schema.class))
                .addStatement("return $T.read($L)", SchemaText.class, CodeBlock.join(constants, ", "))
                .build());
    }

    private static void addTexts(TypeSpec.Builder type, String method, Collection<String> texts) {
        MethodSpec.Builder whole = overriding(method, LIST);
        List<CodeBlock> elements =
                texts.stream().map(it -> CodeBlock.of("$S", it)).toList();
        if (elements.size() <= ELEMENTS_IN_A_METHOD) {
            type.addMethod(whole.addStatement("return $L", list(elements)).build());
            return;
        }
        whole.addStatement("$T all = new $T<>()", LIST, ArrayList.class);
        List<MethodSpec> parts = new ArrayList<>();
        for (int start = 0; start < elements.size(); start += ELEMENTS_IN_A_METHOD) {
            String part = method + (parts.size() + 1);
            whole.addStatement("all.addAll($L())", part);
            parts.add(MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(LIST)
                    .addStatement(
                            "return $L",
                            list(elements.subList(start, Math.min(start + ELEMENTS_IN_A_METHOD, elements.size()))))
                    .build());
        }
        type.addMethod(whole.addStatement("return $T.copyOf(all)", List.class).build());
        type.addMethods(parts);
    }

    private static CodeBlock list(List<CodeBlock> elements) {
        return elements.size() <= 1
                ? CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(elements, ""))
                : CodeBlock.builder()
                        .add("$T.of(\n", List.class)
                        .add(CodeBlock.join(elements, ",\n"))
                        .add(")")
                        .build();
    }

    private static MethodSpec.Builder overriding(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }
}
