package dev.mhc.migrations.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What somebody types, where this build was started, to restore a backup of the same database. */
record RestoreCommand(MavenSession session, MavenProject project) {

    private static final List<String> PLACES =
            List.of("mhc.url", "mhc.database", "mhc.server", "mhc.backup.folder", "mhc.pgBin");

    /**
     * Makes the command.
     *
     * @param backup where its database's backups are, so its name is enough
     * @param bound what names the database and its backups, by property, if only a goal that the pom binds knows it
     */
    String of(Path backup, Map<String, String> bound) {
        StringBuilder command = new StringBuilder("mvn");
        Path root = Path.of(session.getExecutionRootDirectory());
        if (session.getRequest().getPom() != null && !root.equals(Path.of("").toAbsolutePath())) {
            command.append(" -f ")
                    .append(ShellWord.of(session.getRequest().getPom().getAbsolutePath()));
        }
        List<String> profiles = session.getRequest().getActiveProfiles();
        if (!profiles.isEmpty()) {
            command.append(" -P").append(ShellWord.of(String.join(",", profiles)));
        }
        command.append(" mhc:restore");
        if (!root.equals(project.getBasedir().toPath())) {
            command.append(" -pl ").append(ShellWord.of(":" + project.getArtifactId()));
        }
        if (bound.isEmpty()) {
            PLACES.forEach(property -> appendTyped(command, property));
        } else {
            bound.forEach((property, value) -> append(command, property, value));
        }
        append(command, "mhc.backup.file", String.valueOf(backup.getFileName()));
        return command.toString();
    }

    private void appendTyped(StringBuilder command, String property) {
        String value = session.getUserProperties().getProperty(property);
        if (value != null && !value.isBlank()) {
            append(command, property, value);
        }
    }

    private static void append(StringBuilder command, String property, String value) {
        command.append(" -D").append(property).append('=').append(ShellWord.of(value));
    }
}
