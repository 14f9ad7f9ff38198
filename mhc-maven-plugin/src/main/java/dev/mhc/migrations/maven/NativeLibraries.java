package dev.mhc.migrations.maven;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the SQLite driver unpacks its native library. Left to itself it leaves a megabyte in the temporary folder for
 * each process that is killed; a folder that bears the number of its process can be removed by the next one.
 *
 * <p>The driver reads the place from a system property, so all goals of one process share one folder, and the last that
 * closes it puts the property back.
 */
final class NativeLibraries implements AutoCloseable {

    private static final String PROPERTY = "org.sqlite.tmpdir";
    private static final Pattern NAME = Pattern.compile("mhc-native-([0-9]{1,18})-.*");

    private static int users;
    private static Optional<Path> shared = Optional.empty();

    private NativeLibraries() {}

    /** Points the driver to a folder of this process, unless somebody chose one. */
    static NativeLibraries open() {
        synchronized (NativeLibraries.class) {
            if (users++ == 0 && System.getProperty(PROPERTY) == null) {
                Path parent = Path.of(System.getProperty("java.io.tmpdir"));
                removeLeftovers(parent);
                shared = create(parent);
                shared.ifPresent(folder -> System.setProperty(PROPERTY, folder.toString()));
            }
        }
        return new NativeLibraries();
    }

    @Override
    public void close() {
        synchronized (NativeLibraries.class) {
            if (--users == 0 && shared.isPresent()) {
                System.clearProperty(PROPERTY);
                remove(shared.get());
                shared = Optional.empty();
            }
        }
    }

    /** Private to this user, since what is unpacked there is loaded; empty where the driver must say what is wrong. */
    private static Optional<Path> create(Path parent) {
        try {
            return Optional.of(Files.createTempDirectory(
                    parent, "mhc-native-" + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void removeLeftovers(Path parent) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, "mhc-native-*")) {
            for (Path entry : entries) {
                Matcher name = NAME.matcher(entry.getFileName().toString());
                if (name.matches()
                        && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    remove(entry);
                }
            }
        } catch (IOException e) {
            // A temporary folder that cannot be listed keeps what it has.
        }
    }

    /** Where a loaded library cannot be removed (Windows), a later process does it. */
    private static void remove(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Another user's, or in use.
        }
    }
}
