package dev.mhc.migrations.processor;

import dev.mhc.migrations.processor.compiler.Diagnostics;
import dev.mhc.migrations.processor.compiler.Place;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Gives migrations their checksums, and says where a checksum does not cover all that a migration uses. */
final class MigrationSources {

    private final SourceReader reader;
    private final Set<String> compiled;
    private final Diagnostics diagnostics;

    /** The file that was read last: migrations inside one class follow each other. */
    private @Nullable TypeElement lastType;

    private @Nullable SourceFile lastFile;

    /**
     * Sources of one compile.
     *
     * @param compiled the qualified names of its top-level types
     */
    MigrationSources(SourceReader reader, Set<String> compiled, Diagnostics diagnostics) {
        this.reader = reader;
        this.compiled = compiled;
        this.diagnostics = diagnostics;
    }

    /** The migration's checksum; empty if its source cannot be read, which is reported. */
    Optional<String> checksum(TypeElement migration) {
        TypeElement top = topLevel(migration);
        try {
            MigrationSource source = MigrationSource.of(file(top), path(migration));
            SortedSet<String> uses =
                    OutsideUses.of(source, compiled, top.getQualifiedName().toString());
            if (!uses.isEmpty()) {
                diagnostics.note(
                        Place.of(migration), Problem.UNCOVERED_USE, migration.getSimpleName(), String.join(", ", uses));
            }
            return Optional.of(TokenChecksum.of(source));
        } catch (IOException | IllegalArgumentException e) {
            diagnostics.error(
                    Place.of(migration),
                    Problem.UNREADABLE_SOURCE,
                    migration.getSimpleName(),
                    e.getMessage() == null ? e.toString() : e.getMessage());
            return Optional.empty();
        }
    }

    private SourceFile file(TypeElement top) throws IOException {
        if (lastFile == null || !top.equals(lastType)) {
            lastFile = SourceFile.of(reader.read(top));
            lastType = top;
        }
        return lastFile;
    }

    private static TypeElement topLevel(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer ? topLevel(outer) : type;
    }

    private static String path(TypeElement type) {
        Element outer = type.getEnclosingElement();
        String name = type.getSimpleName().toString();
        return outer instanceof TypeElement outerType ? path(outerType) + '.' + name : name;
    }
}
