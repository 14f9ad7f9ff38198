package dev.mhc.migrations.processor;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * One persistent attribute.
 *
 * @param subject how messages name it: the entity's class and the path to the attribute
 * @param name the attribute's own name, without the embeddables around it
 * @param element the field or getter that carries its annotations
 * @param type its type, with the type variables of superclasses resolved
 * @param embedded whether it belongs to an embeddable, whose columns are all null when the embeddable is
 */
record EntityAttribute(String subject, String name, Element element, TypeMirror type, boolean embedded) {

    Optional<EntityAnnotation> find(String annotation) {
        return EntityAnnotation.find(element, annotation);
    }

    boolean has(String annotation) {
        return EntityAnnotation.isOn(element, annotation);
    }
}
