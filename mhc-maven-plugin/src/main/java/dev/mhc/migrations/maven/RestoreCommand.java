package dev.mhc.migrations.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** What somebody types, where this build was started, to restore a backup of the same database. */
record RestoreCommand(MavenSession session, MavenProject project) {

    /**
     * Makes the command.
     *
     * @param backup beside its database, so its name is enough
     * @param bound whether the database is known only to a goal that the pom binds
     */
    String of(Path backup, boolean bound) {
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
        if (bound) {
            Path folder = backup.toAbsolutePath().getParent();
            append(command, "mhc.database", String.valueOf(folder == null ? "" : folder.resolve(database(backup))));
        } else {
            appendTyped(command, "mhc.url");
            appendTyped(command, "mhc.database");
        }
        append(command, "mhc.backup.file", String.valueOf(backup.getFileName()));
        return command.toString();
    }

    /** A backup's name is that of its database, a time and {@code backup}. */
    private static String database(Path backup) {
        return String.valueOf(backup.getFileName()).replaceFirst("\\.[0-9-]+\\.backup$", "");
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
