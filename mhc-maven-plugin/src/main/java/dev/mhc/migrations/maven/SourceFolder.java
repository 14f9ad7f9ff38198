package dev.mhc.migrations.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** A folder of Java sources that new files are written to, never outside of it and never over another file. */
final class SourceFolder {

    private final Path root;

    SourceFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The migration with the highest version in this folder. */
    Optional<MigrationSource> latestMigration() throws MojoExecutionException {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        List<MigrationSource> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".java") && Files.isRegularFile(file)) {
                    // Every byte is a character in ISO 8859-1, and all that is looked for is ASCII.
                    String source = Files.readString(file, StandardCharsets.ISO_8859_1);
                    MigrationSource.read(source).ifPresent(found::add);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw GoalError.UNREADABLE_FILE.causedBy(e, root, e);
        }
        return found.stream().max(Comparator.comparingLong(MigrationSource::version));
    }

    /**
     * Writes a new class: all of it or nothing.
     *
     * @return its file
     */
    Path write(String packageName, String className, String source) throws MojoExecutionException {
        Path folder = root.resolve(packageName.replace('.', '/'));
        Path file = folder.resolve(className + ".java");
        requireInside(packageName, folder);
        Path temporary =
                folder.resolve("." + className + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.createDirectories(folder);
            requireInside(packageName, folder);
            try {
                Files.writeString(temporary, source, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                moveWithoutReplacing(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
            return file;
        } catch (FileAlreadyExistsException e) {
            throw file.toString().equals(e.getFile())
                    ? GoalError.FILE_EXISTS.causedBy(e, file)
                    : GoalError.NOT_WRITABLE.causedBy(e, file, e.getFile() + " is in the way");
        } catch (IOException e) {
            throw GoalError.NOT_WRITABLE.causedBy(e, file, reason(e));
        }
    }

    /** A hard link is the one portable way to give a file its name that fails, in one step, if the name is taken. */
    private static void moveWithoutReplacing(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(from, to);
        }
    }

    /** Follows symbolic links of what exists of {@code folder}, so that none of them leads out. */
    private void requireInside(String packageName, Path folder) throws MojoExecutionException {
        try {
            Path existing = folder;
            while (existing != null && !existing.equals(root) && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
                existing = existing.getParent();
            }
            if (existing == null || !existing.startsWith(root)) {
                throw GoalError.OUTSIDE_SOURCE_ROOT.with(packageName, folder, root);
            }
            if (Files.exists(root) && !existing.toRealPath().startsWith(root.toRealPath())) {
                throw GoalError.OUTSIDE_SOURCE_ROOT.with(packageName, existing.toRealPath(), root);
            }
        } catch (IOException e) {
            throw GoalError.NOT_WRITABLE.causedBy(e, folder, reason(e));
        }
    }

    /** What went wrong, in the words of the exception's type and of the system: {@code Access Denied: /src}. */
    static String reason(IOException e) {
        String message = e.getMessage() == null ? "" : ": " + e.getMessage();
        return e.getClass().getSimpleName().replaceAll("Exception$", "").replaceAll("(?<=.)([A-Z])", " $1") + message;
    }
}
