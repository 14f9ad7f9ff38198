package dev.mhc.migrations.processor.entity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What kind of collection an attribute is, and what it holds. */
final class EntityContainers {

    private static final Set<String> SETS = Set.of("java.util.Set", "java.util.SortedSet", "java.util.NavigableSet");
    private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.SortedMap", "java.util.NavigableMap");

    private EntityContainers() {}

    static boolean isSet(EntityAttribute attribute) {
        return SETS.contains(EntityContext.nameOf(attribute.type()));
    }

    static boolean isArray(EntityAttribute attribute) {
        return attribute.type().getKind() == TypeKind.ARRAY;
    }

    static boolean isMap(EntityAttribute attribute) {
        return MAPS.contains(EntityContext.nameOf(attribute.type()));
    }

    /** The keys of a map. */
    static TypeMirror keyType(EntityAttribute attribute) {
        return attribute
                .annotations()
                .find(Jpa.MAP_KEY_CLASS)
                .flatMap(it -> it.type("value"))
                .orElseGet(() -> arguments(attribute).isEmpty()
                        ? attribute.type()
                        : arguments(attribute).get(0));
    }

    /** What the collection holds: the values of a map, the elements of everything else. */
    static TypeMirror elementType(EntityAttribute attribute) {
        Optional<TypeMirror> written = attribute
                .find(Jpa.ELEMENT_COLLECTION)
                .flatMap(it -> it.type("targetClass"))
                .filter(it -> it.getKind() == TypeKind.DECLARED);
        if (written.isPresent()) {
            return written.get();
        }
        List<TypeMirror> arguments = arguments(attribute);
        return arguments.isEmpty() ? attribute.type() : arguments.get(arguments.size() - 1);
    }

    private static List<TypeMirror> arguments(EntityAttribute attribute) {
        if (attribute.type() instanceof ArrayType array) {
            return List.of(array.getComponentType());
        }
        return attribute.type() instanceof DeclaredType declared
                ? declared.getTypeArguments().stream().map(EntityContext::bound).toList()
                : List.of();
    }
}
