package dev.mhc.migrations.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a generated class is annotated with; nothing that differs from build to build. */
final class RegistryAnnotations {

    static final String GENERATED = "javax.annotation.processing.Generated";

    private RegistryAnnotations() {}

    /** For a class that makes these. */
    static List<AnnotationSpec> of(List<TypeElement> types, Elements elements) {
        List<AnnotationSpec> annotations = new ArrayList<>(generated(types.get(0), elements));
        if (types.stream().anyMatch(type -> isDeprecated(type, elements))) {
            // Its use here is not for anybody to change, and must not fail a build with -Werror.
            annotations.add(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        return annotations;
    }

    /** The mark of generated code; none where the module of the element does not read {@code java.compiler}. */
    static List<AnnotationSpec> generated(Element element, Elements elements) {
        ModuleElement module = elements.getModuleOf(element);
        TypeElement generated =
                module == null ? elements.getTypeElement(GENERATED) : elements.getTypeElement(module, GENERATED);
        return generated == null
                ? List.of()
                : List.of(AnnotationSpec.builder(ClassName.bestGuess(GENERATED))
                        .addMember("value", "$S", MigrationProcessor.class.getName())
                        .build());
    }

    private static boolean isDeprecated(Element element, Elements elements) {
        return elements.isDeprecated(element)
                || element.getEnclosedElements().stream()
                        .anyMatch(
                                member -> member.getKind() == ElementKind.CONSTRUCTOR && elements.isDeprecated(member))
                || (element.getEnclosingElement() instanceof TypeElement outer && isDeprecated(outer, elements));
    }
}
