package dev.mhc.migrations.processor.entity;

import dev.mhc.migrations.schema.Check;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads conditions on rows: Hibernate's {@code @Check}, and the standard's {@code check} of tables and columns. */
final class EntityChecks {

    private EntityChecks() {}

    /** The {@code @Check}s on a class or an attribute. */
    static List<Check> on(EntityAnnotations annotations) {
        return annotations
                .all(Jpa.CHECK, Jpa.CHECKS)
                .flatMap(it -> check(it, "constraints"))
                .toList();
    }

    /** The {@code @CheckConstraint}s inside an annotation. */
    static List<Check> in(EntityAnnotation annotation) {
        return annotation.nestedAll("check").stream()
                .flatMap(it -> check(it, "constraint"))
                .toList();
    }

    private static Stream<Check> check(EntityAnnotation written, String condition) {
        Optional<String> name = written.text("name").filter(it -> !it.isBlank());
        return written.text(condition).map(it -> new Check(name, it)).stream();
    }
}
