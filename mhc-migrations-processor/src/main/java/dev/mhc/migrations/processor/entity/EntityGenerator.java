package dev.mhc.migrations.processor.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * What numbers one attribute, and where Hibernate looks for its annotations: at the attribute, the entity, the class that
 * declares the attribute, and the package of that class. Those of other classes are for these only.
 *
 * @param value the {@code @GeneratedValue}
 * @param name by which the attribute asks for a generator
 * @param places where annotations stand that are for this attribute, the first ones count
 * @param packages whose annotations are for all that name them
 */
record EntityGenerator(
        EntityAnnotation value, Optional<String> name, List<Element> places, Set<PackageElement> packages) {

    static EntityGenerator of(
            EntityContext context,
            TypeElement entity,
            EntityAttribute attribute,
            EntityAnnotation value,
            Collection<PackageElement> packages) {
        Element declaring = attribute.element().getEnclosingElement();
        Set<Element> places = new LinkedHashSet<>();
        places.add(attribute.element());
        places.add(entity);
        places.add(declaring);
        places.add(context.elements().getPackageOf(declaring));
        return new EntityGenerator(
                value, value.text("generator"), new ArrayList<>(places), new LinkedHashSet<>(packages));
    }

    String strategy() {
        return value.constant("strategy").orElse("AUTO");
    }

    /** The same, that asks for no generator. */
    EntityGenerator unnamed() {
        return new EntityGenerator(value, Optional.empty(), places, packages);
    }

    /** The annotation that says how numbers are made, of one of the types that can. */
    Optional<EntityAnnotation> find(String annotation, String container) {
        Optional<EntityAnnotation> nameless = Optional.empty();
        for (Element place : places) {
            for (EntityAnnotation found :
                    EntityAnnotations.of(place).all(annotation, container).toList()) {
                if (name.isEmpty() || found.text("name").equals(name)) {
                    return Optional.of(found);
                }
                if (nameless.isEmpty() && found.text("name").isEmpty()) {
                    nameless = Optional.of(found);
                }
            }
        }
        return nameless;
    }

    /** The annotation of that name which a package has for all classes. */
    Optional<EntityAnnotation> findInPackages(String annotation, String container) {
        return packages.stream()
                .flatMap(it -> EntityAnnotations.of(it).all(annotation, container))
                .filter(it -> name.isPresent() && it.text("name").equals(name))
                .findFirst();
    }
}
