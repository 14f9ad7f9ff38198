package dev.mhc.migrations.maven;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where backups of a PostgreSQL database go, and what makes them.
 *
 * @param tools the folder of {@code pg_dump} and its like; the path of the environment if empty
 */
record BackupSettings(Path folder, Optional<Path> tools) {}
