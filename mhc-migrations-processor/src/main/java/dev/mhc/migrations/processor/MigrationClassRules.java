package dev.mhc.migrations.processor;

import dev.mhc.migrations.IrreversibleMigration;
import dev.mhc.migrations.ReversibleMigration;
import dev.mhc.migrations.processor.compiler.Diagnostics;
import dev.mhc.migrations.processor.compiler.Place;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The rules about a migration's class: whether a registry can make it, and in which directions it goes. */
final class MigrationClassRules {

    private final Elements elements;
    private final Types types;
    private final Diagnostics diagnostics;

    MigrationClassRules(Elements elements, Types types, Diagnostics diagnostics) {
        this.elements = elements;
        this.types = types;
        this.diagnostics = diagnostics;
    }

    /** Whether this is a class at all; reported if not. */
    boolean isClass(TypeElement type) {
        String found = switch (type.getKind()) {
            case CLASS -> "";
            case ENUM -> "an enum";
            case RECORD -> "a record";
            case ANNOTATION_TYPE -> "an annotation interface";
            default -> "an interface";
        };
        if (!found.isEmpty()) {
            diagnostics.error(Place.of(type), Problem.NOT_A_CLASS, type.getSimpleName(), found);
        }
        return found.isEmpty();
    }

    void check(TypeElement type, AnnotationMirror annotation, String irreversible) {
        checkVisible(type);
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            diagnostics.error(Place.of(type), Problem.ABSTRACT_CLASS, type.getSimpleName());
        }
        if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
            diagnostics.error(Place.of(type), Problem.INNER_CLASS, type.getSimpleName());
        }
        if (!type.getTypeParameters().isEmpty()) {
            diagnostics.error(Place.of(type), Problem.GENERIC_CLASS, type.getSimpleName());
        }
        checkConstructor(type);
        checkDirection(type, annotation, irreversible);
    }

    private void checkVisible(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (!at.getModifiers().contains(Modifier.PUBLIC)) {
                diagnostics.error(Place.of(at), Problem.NOT_PUBLIC, type.getSimpleName(), at.getSimpleName());
                return;
            }
        }
    }

    private void checkConstructor(TypeElement type) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        for (ExecutableElement constructor : constructors) {
            if (constructor.getParameters().isEmpty()) {
                // The constructor that a class has by default is as public as the class, of which is told elsewhere.
                if (!constructor.getModifiers().contains(Modifier.PUBLIC)
                        && (constructors.size() > 1 || type.getModifiers().contains(Modifier.PUBLIC))) {
                    diagnostics.error(
                            Place.of(constructor), Problem.NO_CONSTRUCTOR, type.getSimpleName(), type.getSimpleName());
                }
                checkThrows(type, constructor);
                return;
            }
        }
        diagnostics.error(Place.of(type), Problem.NO_CONSTRUCTOR, type.getSimpleName(), type.getSimpleName());
    }

    private void checkThrows(TypeElement type, ExecutableElement constructor) {
        for (TypeMirror thrown : constructor.getThrownTypes()) {
            if (!isA(thrown, RuntimeException.class) && !isA(thrown, Error.class)) {
                diagnostics.error(
                        Place.of(constructor), Problem.CONSTRUCTOR_THROWS, type.getSimpleName(), simpleName(thrown));
            }
        }
    }

    private String simpleName(TypeMirror type) {
        Element element = types.asElement(type);
        return element == null ? type.toString() : element.getSimpleName().toString();
    }

    private void checkDirection(TypeElement type, AnnotationMirror annotation, String irreversible) {
        if (hasUnknownSupertype(type.asType())) {
            // Its compiler error is enough, or another processor generates it in this compile.
            return;
        }
        boolean isReversible = isA(type.asType(), ReversibleMigration.class);
        boolean isIrreversible = isA(type.asType(), IrreversibleMigration.class);
        if (isReversible && isIrreversible) {
            diagnostics.error(Place.of(type), Problem.BOTH_DIRECTIONS, type.getSimpleName());
        } else if (!isReversible && !isIrreversible) {
            diagnostics.error(Place.of(type), Problem.NO_DIRECTION, type.getSimpleName());
        } else if (isIrreversible && irreversible.isBlank()) {
            diagnostics.error(Place.of(type, annotation, "irreversible"), Problem.REASON_MISSING, type.getSimpleName());
        } else if (isReversible && !irreversible.isEmpty()) {
            diagnostics.error(
                    Place.of(type, annotation, "irreversible"), Problem.REASON_UNWANTED, type.getSimpleName());
        }
    }

    private boolean hasUnknownSupertype(TypeMirror type) {
        return types.directSupertypes(type).stream()
                .anyMatch(supertype -> supertype.getKind() == TypeKind.ERROR || hasUnknownSupertype(supertype));
    }

    private boolean isA(TypeMirror type, Class<?> wanted) {
        TypeElement element = elements.getTypeElement(wanted.getName());
        return element != null && types.isSubtype(types.erasure(type), types.erasure(element.asType()));
    }
}
