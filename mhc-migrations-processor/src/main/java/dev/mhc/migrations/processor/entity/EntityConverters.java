package dev.mhc.migrations.processor.entity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** What converters make of types. */
final class EntityConverters {

    private final Types types;
    private final Map<String, TypeMirror> applied = new HashMap<>();
    private final Map<String, Optional<DeclaredType>> stored = new HashMap<>();

    /** Of {@code converters}, those that apply themselves are known. */
    EntityConverters(Types types, Collection<TypeElement> converters) {
        this.types = types;
        for (TypeElement converter : converters) {
            boolean autoApply = EntityAnnotations.of(converter)
                    .find(Jpa.CONVERTER)
                    .filter(it -> it.flag("autoApply", false))
                    .isPresent();
            if (autoApply) {
                converter(converter.asType())
                        .ifPresent(it -> applied.put(
                                EntityContext.nameOf(it.getTypeArguments().get(0)),
                                it.getTypeArguments().get(1)));
            }
        }
    }

    /** The type in the database of what a converter that applies itself takes. */
    Optional<TypeMirror> applied(TypeMirror attribute) {
        return Optional.ofNullable(applied.get(EntityContext.nameOf(attribute)));
    }

    /** The type in the database of what an annotation's converter makes; empty for one that is no class of two types. */
    Optional<TypeMirror> stored(EntityAnnotation convert) {
        return convert.type("converter")
                .flatMap(it -> stored.computeIfAbsent(EntityContext.nameOf(it), name -> converter(it)))
                .map(it -> it.getTypeArguments().get(1));
    }

    /** {@code AttributeConverter<X, Y>} as the class extends it. */
    private Optional<DeclaredType> converter(TypeMirror type) {
        for (TypeMirror supertype : types.directSupertypes(type)) {
            if (EntityContext.nameOf(supertype).equals(Jpa.ATTRIBUTE_CONVERTER)
                    && supertype instanceof DeclaredType converter
                    && converter.getTypeArguments().size() == 2) {
                return Optional.of(converter);
            }
            Optional<DeclaredType> inherited = converter(supertype);
            if (inherited.isPresent()) {
                return inherited;
            }
        }
        return Optional.empty();
    }
}
