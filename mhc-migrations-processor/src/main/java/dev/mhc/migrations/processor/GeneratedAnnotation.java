package dev.mhc.migrations.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Marks generated classes, without a date: the same sources give the same bytes. */
final class GeneratedAnnotation {

    static final String NAME = "javax.annotation.processing.Generated";

    private GeneratedAnnotation() {}

    /** The annotation; none where the module of the element does not read {@code java.compiler}. */
    static List<AnnotationSpec> visibleFrom(Element element, Elements elements) {
        ModuleElement module = elements.getModuleOf(element);
        TypeElement generated = module == null ? elements.getTypeElement(NAME) : elements.getTypeElement(module, NAME);
        return generated == null
                ? List.of()
                : List.of(AnnotationSpec.builder(ClassName.bestGuess(NAME))
                        .addMember("value", "$S", MigrationProcessor.class.getName())
                        .build());
    }
}
