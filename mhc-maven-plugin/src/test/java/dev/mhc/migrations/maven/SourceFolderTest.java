package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFolderTest {

    @TempDir
    private Path temp;

    @Test
    void file_isWrittenWhole_andNothingElseRemains() throws Exception {
        Path file = new SourceFolder(temp.resolve("src")).write("a.b", "M1X", "class M1X {}\n");

        assertThat(file).isEqualTo(temp.resolve("src/a/b/M1X.java")).hasContent("class M1X {}\n");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void existingFile_isNeverOverwritten() throws Exception {
        SourceFolder folder = new SourceFolder(temp);
        Path file = folder.write("a", "M1X", "first");

        assertThatThrownBy(() -> folder.write("a", "M1X", "second")).hasMessageStartingWith("[FileExists] " + file);
        assertThat(file).hasContent("first");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void symbolicLinkThatLeadsOut_isNotFollowed() throws Exception {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Path root = Files.createDirectory(temp.resolve("src"));
        Files.createSymbolicLink(root.resolve("a"), outside);

        assertThatThrownBy(() -> new SourceFolder(root).write("a.b", "M1X", "x"))
                .hasMessageStartingWith("[OutsideSourceRoot] Package a.b")
                .hasMessageContaining(outside.toRealPath().toString());
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void symbolicLinkThatStaysInside_isFine() throws Exception {
        Path root = Files.createDirectory(temp.resolve("src"));
        Path real = Files.createDirectory(root.resolve("real"));
        Files.createSymbolicLink(root.resolve("a"), real);

        new SourceFolder(root).write("a", "M1X", "x");

        assertThat(real.resolve("M1X.java")).hasContent("x");
    }

    @Test
    void fileInTheWayOfTheFolder_isNamed() throws Exception {
        Path obstacle = Files.writeString(temp.resolve("a"), "");

        assertThatThrownBy(() -> new SourceFolder(temp).write("a.b", "M1X", "x"))
                .hasMessageStartingWith("[NotWritable]")
                .hasMessageContaining(obstacle.toString());
    }

    @Test
    void latestMigration_isFoundAmongBrokenAndForeignFiles() throws Exception {
        Files.writeString(temp.resolve("Old.java"), "package o; @dev.mhc.migrations.Migration(version = 5L)");
        Files.writeString(temp.resolve("New.java"), "package n; @dev.mhc.migrations.Migration(version = 1_000L) {{{");
        Files.write(temp.resolve("Latin1.java"), new byte[] {(byte) 0xE4, (byte) 0xFF, 0});
        Files.writeString(temp.resolve("Text.txt"), "@dev.mhc.migrations.Migration(version = 9999L)");

        assertThat(new SourceFolder(temp).latestMigration()).contains(new MigrationSource("n", 1000));
        assertThat(new SourceFolder(temp.resolve("none")).latestMigration()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(temp)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
