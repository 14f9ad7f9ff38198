package dev.mhc.migrations.maven;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Creates a migration that is sorted last, in the package where the project's migrations live, with an example in it.
 * Works while the project does not compile.
 */
@Mojo(name = "create", threadSafe = true)
public final class CreateMojo extends AbstractMhcMojo {

    /**
     * What the migration does, in letters, digits, blanks, {@code _} and {@code -}: {@code add_email_to_users}.
     * Also settable as {@code -Dname}.
     */
    @Parameter(property = "name")
    private @Nullable String name;

    /**
     * A sentence for people, kept in the history of every database.
     * Made from the name unless said; also settable as {@code -Ddescription}.
     */
    @Parameter(property = "description")
    private @Nullable String description;

    @Override
    void run() throws MojoExecutionException {
        MigrationName parsed = MigrationName.parse(name);
        String text = MigrationName.checkDescription(description == null ? parsed.description() : description);
        requireOneModule(parsed);
        Path file = writeAlone(parsed, text);
        getLog().info("Created " + file);
        getLog().info("Write the change into up and its way back into down, then: mvn mhc:apply");
    }

    private void requireOneModule(MigrationName parsed) throws MojoExecutionException {
        List<String> modules =
                declaringModules().stream().map(MavenProject::getArtifactId).toList();
        if (modules.size() > 1) {
            throw GoalError.MANY_MODULES.with(
                    modules.size(), String.join(", ", modules), ":" + project().getArtifactId(), parsed.snakeCase());
        }
    }

    /** Two that look for the highest version at once would both take the next one, so one waits for the other. */
    private Path writeAlone(MigrationName parsed, String text) throws MojoExecutionException {
        Path folder = Path.of(project().getBuild().getDirectory());
        Path lockFile = folder.resolve("mhc-create.lock");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw GoalError.NOT_WRITABLE.causedBy(e, folder, SourceFolder.reason(e));
        }
        synchronized (CreateMojo.class) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                getLog().debug("Locked " + lockFile + ": " + lock.isValid());
                return write(parsed, text);
            } catch (IOException e) {
                throw GoalError.NOT_WRITABLE.causedBy(e, lockFile, SourceFolder.reason(e));
            }
        }
    }

    private Path write(MigrationName parsed, String text) throws MojoExecutionException {
        Map<MigrationSource, SourceFolder> found = new LinkedHashMap<>();
        for (String root : project().getCompileSourceRoots()) {
            SourceFolder folder = new SourceFolder(Path.of(root));
            folder.latestMigration().ifPresent(latest -> found.putIfAbsent(latest, folder));
        }
        Optional<Map.Entry<MigrationSource, SourceFolder>> latest = found.entrySet().stream()
                .max(Map.Entry.comparingByKey(Comparator.comparingLong(MigrationSource::version)));
        SourceFolder folder = latest.map(Map.Entry::getValue)
                .orElseGet(() -> new SourceFolder(Path.of(project().getBuild().getSourceDirectory())));
        String packageName = latest.map(entry -> entry.getKey().packageName())
                .orElseGet(() -> MigrationSource.packageFor(project().getGroupId()));
        long highest = latest.map(entry -> entry.getKey().version()).orElse(0L);
        long version = Versions.next(LocalDateTime.now(Clock.systemUTC()), highest);
        return folder.write(
                packageName, parsed.className(version), MigrationTemplate.source(packageName, parsed, version, text));
    }
}
