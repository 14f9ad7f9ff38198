package dev.mhc.migrations.processor;

import com.palantir.javapoet.ClassName;
import dev.mhc.migrations.MigrationEntry;
import dev.mhc.migrations.processor.compiler.Diagnostics;
import dev.mhc.migrations.processor.compiler.Place;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads one migration and reports which rules of {@code @Migration} it breaks. */
final class MigrationReader {

    private static final int LONGEST_DESCRIPTION = 200;

    private final Elements elements;
    private final MigrationClassRules classRules;
    private final MigrationSources sources;
    private final Diagnostics diagnostics;

    MigrationReader(
            Elements elements, MigrationClassRules classRules, MigrationSources sources, Diagnostics diagnostics) {
        this.elements = elements;
        this.classRules = classRules;
        this.sources = sources;
        this.diagnostics = diagnostics;
    }

    /**
     * The migration, also if it breaks rules, so that it can be judged with the others; empty if what is there is not
     * enough, of which an error tells.
     */
    Optional<MigrationModel> read(Element element) {
        AnnotationMirror annotation = Place.annotation(element, MigrationProcessor.MIGRATION);
        if (annotation == null
                || !(element instanceof TypeElement type)
                || !classRules.isClass(type)
                || !(value(annotation, "version") instanceof Long version)
                || !(value(annotation, "description") instanceof String description)
                || !(value(annotation, "irreversible") instanceof String irreversible)
                || !(value(annotation, "transactional") instanceof Boolean transactional)) {
            // A value that is missing or of another type is reported by the compiler.
            return Optional.empty();
        }
        classRules.check(type, annotation, irreversible);
        checkVersion(type, Place.of(type, annotation, "version"), version);
        checkDescription(type, Place.of(type, annotation, "description"), description);
        String className = elements.getBinaryName(type).toString();
        return sources.checksum(type)
                .map(checksum -> new MigrationModel(
                        type,
                        ClassName.get(type),
                        new MigrationEntry(version, description, checksum, className, irreversible, transactional),
                        Place.of(type, annotation, "version")));
    }

    private void checkVersion(TypeElement type, Place place, long version) {
        if (version <= 0) {
            diagnostics.error(place, Problem.VERSION_NOT_POSITIVE, type.getSimpleName(), version);
        } else if (VersionRules.looksLikeTime(version)) {
            VersionRules.notATime(version)
                    .ifPresent(reason -> diagnostics.error(
                            place,
                            Problem.VERSION_NO_TIME,
                            type.getSimpleName(),
                            VersionRules.spelled(version),
                            reason));
        }
    }

    private void checkDescription(TypeElement type, Place place, String description) {
        if (description.isBlank()) {
            diagnostics.error(place, Problem.DESCRIPTION_BLANK, type.getSimpleName());
            return;
        }
        int length = description.codePointCount(0, description.length());
        if (length > LONGEST_DESCRIPTION) {
            diagnostics.error(place, Problem.DESCRIPTION_LENGTH, type.getSimpleName(), length);
        }
        int[] codePoints = description.codePoints().toArray();
        for (int index = 0; index < codePoints.length; index++) {
            if (!isPrinted(codePoints[index])) {
                diagnostics.error(
                        place, Problem.DESCRIPTION_CHARACTER, type.getSimpleName(), codePoints[index], index + 1);
                return;
            }
        }
    }

    /** Half a surrogate pair is refused too: no database stores it as it is. */
    private static boolean isPrinted(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private @Nullable Object value(AnnotationMirror annotation, String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                elements.getElementValuesWithDefaults(annotation).entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return entry.getValue().getValue();
            }
        }
        return null;
    }
}
