package dev.mhc.migrations.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The migrations whose checksums are watched: those of the example, those of the processor's own tests, and a class that
 * holds most of what the language can say.
 *
 * @param path the simple names from the top-level type to the migration, joined by dots
 */
record Corpus(String path, String source) {

    private static final List<Path> FOLDERS = List.of(
            Path.of("../example-app/src/main/java/dev/mhc/coach/migrations"),
            Path.of("src/test/resources/good"),
            Path.of("src/test/resources/checksum"));

    static List<Corpus> all() {
        List<Corpus> all = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().matches("[A-Z].*[.]java"))
                        .sorted()
                        .forEach(file -> add(all, of(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** One migration is both in the example and in the tests; no registry takes both. */
    private static void add(List<Corpus> all, Corpus migration) {
        if (all.stream().noneMatch(other -> other.path().equals(migration.path()))) {
            all.add(migration);
        }
    }

    private static Corpus of(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        try {
            return new Corpus(name.equals("Early") ? "Early.CreateUsers" : name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String fileName() {
        return path.split("\\.", -1)[0] + ".java";
    }

    String checksum() {
        return checksum(source);
    }

    /** The checksum that the migration has when its file holds this text instead. */
    String checksum(String text) {
        return TokenChecksum.of(MigrationSource.of(SourceFile.of(text), path));
    }

    @Override
    public String toString() {
        return path;
    }
}
