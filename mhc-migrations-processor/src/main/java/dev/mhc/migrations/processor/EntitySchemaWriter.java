package dev.mhc.migrations.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.schema.Schema;
import dev.mhc.migrations.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the class that holds the schema of a module's entities. */
final class EntitySchemaWriter {

    /** A class with thousands of tables or names would be larger than a class file can be. */
    private static final int TABLES_IN_A_CLASS = 100;

    private static final int TEXTS_IN_A_METHOD = 1_000;

    private static final String GENERATED = "javax.annotation.processing.Generated";

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

    /** The source; {@code tables} are sorted, and so is what is written of {@code models}. */
    JavaFile file(List<EntityModel> models, List<Table> tables, Set<String> uncheckedTables) {
        ClassName name = className(models);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(EntitySchema.class)
                .addJavadoc(
                        "What the entities of module {@code $L} expect of a database. Generated from their annotations.\n",
                        options.module());
        if (elements.getTypeElement(GENERATED) != null) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.bestGuess(GENERATED))
                    .addMember("value", "$S", MigrationProcessor.class.getName())
                    .build());
        }
        models.forEach(it -> type.addOriginatingElement(it.type()));
        type.addMethod(overriding("module", ClassName.get(String.class))
                .addStatement("return $S", options.module())
                .build());
        addSchema(type, tables);
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

    private static void addSchema(TypeSpec.Builder type, List<Table> tables) {
        List<CodeBlock> calls = new ArrayList<>();
        List<MethodSpec> methods = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Table table : tables) {
            String method = methodName(table.name(), names);
            calls.add(CodeBlock.of("$L()", method));
            methods.add(MethodSpec.methodBuilder(method)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(Table.class)
                    .addCode(EntityTableCode.of(table))
                    .build());
        }
        MethodSpec.Builder schema = overriding("schema", ClassName.get(Schema.class));
        if (tables.size() <= TABLES_IN_A_CLASS) {
            type.addMethod(schema.addStatement("return new $T($L)", Schema.class, list(calls))
                    .build());
            methods.forEach(type::addMethod);
            return;
        }
        schema.addStatement("$T tables = new $T<>()", listOf(Table.class), ArrayList.class);
        List<TypeSpec> parts = new ArrayList<>();
        for (int start = 0; start < tables.size(); start += TABLES_IN_A_CLASS) {
            int end = Math.min(start + TABLES_IN_A_CLASS, tables.size());
            String part = "Tables" + (parts.size() + 1);
            schema.addStatement("tables.addAll($L.tables())", part);
            parts.add(TypeSpec.classBuilder(part)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addMethod(MethodSpec.methodBuilder("tables")
                            .addModifiers(Modifier.STATIC)
                            .returns(listOf(Table.class))
                            .addStatement("return $L", list(calls.subList(start, end)))
                            .build())
                    .addMethods(methods.subList(start, end))
                    .build());
        }
        type.addMethod(
                schema.addStatement("return new $T(tables)", Schema.class).build());
        type.addTypes(parts);
    }

    private static void addTexts(TypeSpec.Builder type, String method, Collection<String> texts) {
        List<CodeBlock> literals =
                texts.stream().map(it -> CodeBlock.of("$S", it)).toList();
        MethodSpec.Builder whole = overriding(method, listOf(String.class));
        if (literals.size() <= TEXTS_IN_A_METHOD) {
            type.addMethod(whole.addStatement("return $L", list(literals)).build());
            return;
        }
        whole.addStatement("$T texts = new $T<>()", listOf(String.class), ArrayList.class);
        List<MethodSpec> parts = new ArrayList<>();
        for (int start = 0; start < literals.size(); start += TEXTS_IN_A_METHOD) {
            String part = method + (parts.size() + 1);
            whole.addStatement("texts.addAll($L())", part);
            parts.add(MethodSpec.methodBuilder(part)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(listOf(String.class))
                    .addStatement(
                            "return $L",
                            list(literals.subList(start, Math.min(start + TEXTS_IN_A_METHOD, literals.size()))))
                    .build());
        }
        type.addMethod(whole.addStatement("return $T.copyOf(texts)", List.class).build());
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

    private static ParameterizedTypeName listOf(Class<?> element) {
        return ParameterizedTypeName.get(List.class, element);
    }

    /** {@code user_profiles} becomes {@code userProfilesTable}, which is neither a keyword nor a method of Object. */
    private static String methodName(String table, Set<String> taken) {
        StringBuilder name = new StringBuilder();
        boolean wordStarts = false;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            boolean usable = name.isEmpty() ? Character.isJavaIdentifierStart(c) : Character.isJavaIdentifierPart(c);
            if (c == '_' || !usable) {
                wordStarts = !name.isEmpty();
            } else {
                name.append(wordStarts ? Character.toUpperCase(c) : name.isEmpty() ? Character.toLowerCase(c) : c);
                wordStarts = false;
            }
        }
        String base = name.isEmpty() ? "table" : name + "Table";
        String method = base;
        for (int i = 2; !taken.add(method); i++) {
            method = base + i;
        }
        return method;
    }
}
