package dev.mhc.migrations.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/** Where the reports of one module are; each is there as a whole or not at all. */
final class ReportFolder {

    private final Path folder;

    ReportFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The folder for a module, one of its own where {@code folder} is outside of the module and may be that of others. */
    static ReportFolder of(Path folder, MavenProject module) {
        Path place = folder.toAbsolutePath().normalize();
        boolean own =
                place.startsWith(module.getBasedir().toPath().toAbsolutePath().normalize())
                        || place.startsWith(Path.of(module.getBuild().getDirectory())
                                .toAbsolutePath()
                                .normalize());
        return new ReportFolder(own ? place : place.resolve(module.getArtifactId()));
    }

    /** Removes the report of an earlier run, which nobody is to take for the one of a run that fails before it has one. */
    void discard(String name) throws MojoExecutionException {
        Path file = folder.resolve(name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw GoalError.UNWRITABLE_REPORT.causedBy(e, file, SourceFolder.reason(e));
        }
    }

    /**
     * Writes a report over that of an earlier run.
     *
     * @return its file
     */
    Path write(String name, String content) throws MojoExecutionException {
        Path file = folder.resolve(name);
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try {
                Files.writeString(part, content, StandardCharsets.UTF_8);
                move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
            return file;
        } catch (IOException e) {
            throw GoalError.UNWRITABLE_REPORT.causedBy(e, file, SourceFolder.reason(e));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
