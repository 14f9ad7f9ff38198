package dev.mhc.migrations.engine;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may read a file. A copy of a database holds the same private data as the database. */
final class FileAccess {

    private static final Set<PosixFilePermission> OF_GROUP = EnumSet.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE);

    private FileAccess() {}

    /** Creates an empty file that nobody may read who may not read {@code model}. */
    static void createLike(Path file, Path model) throws IOException {
        PosixFileAttributeView view = view(model);
        if (view == null) {
            Files.createFile(file);
            return;
        }
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(
                        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
        makeLike(file, model);
    }

    /** Gives a file the owner, the group and the permissions of {@code model}, as far as the system lets us. */
    static void makeLike(Path file, Path model) throws IOException {
        PosixFileAttributeView from = view(model);
        PosixFileAttributeView to = view(file);
        if (from == null || to == null) {
            return;
        }
        PosixFileAttributes wanted = from.readAttributes();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(wanted.permissions());
        if (!wanted.group().equals(to.readAttributes().group())) {
            try {
                to.setGroup(wanted.group());
            } catch (FileSystemException notAllowed) {
                permissions.removeAll(OF_GROUP);
            }
        }
        if (!wanted.owner().equals(to.readAttributes().owner())) {
            try {
                to.setOwner(wanted.owner());
            } catch (FileSystemException notAllowed) {
                // Whoever migrates owns what he makes.
                permissions.add(PosixFilePermission.OWNER_READ);
            }
        }
        to.setPermissions(permissions);
    }

    private static @Nullable PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }
}
