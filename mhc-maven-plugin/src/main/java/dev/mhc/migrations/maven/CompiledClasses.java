package dev.mhc.migrations.maven;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** Which classes of a folder carry which annotations, read from the class files without loading them. */
final class CompiledClasses {

    private static final int MAGIC = 0xCAFEBABE;

    private final Path folder;
    private final Map<String, Set<String>> annotations = new TreeMap<>();

    private CompiledClasses(Path folder) {
        this.folder = folder;
    }

    /** Reads the class files of a folder; it may be missing. */
    static CompiledClasses in(Path folder) throws MojoExecutionException {
        CompiledClasses classes = new CompiledClasses(folder);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path file :
                        (Iterable<Path>) walk.filter(path -> path.toString().endsWith(".class"))::iterator) {
                    classes.annotations.put(classes.nameOf(file), annotationsOf(file));
                }
            } catch (IOException e) {
                throw GoalError.UNREADABLE_FILE.causedBy(e, folder, SourceFolder.reason(e));
            }
        }
        return classes;
    }

    /** The binary names of the classes that carry an annotation. */
    Set<String> annotatedWith(String annotation) {
        String descriptor = 'L' + annotation.replace('.', '/') + ';';
        Set<String> names = new TreeSet<>();
        annotations.forEach((name, present) -> {
            if (present.contains(descriptor)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether there is a class of this binary name. */
    boolean contains(String className) {
        return annotations.containsKey(className);
    }

    private String nameOf(Path file) {
        String path = folder.relativize(file).toString();
        return path.substring(0, path.length() - ".class".length())
                .replace(file.getFileSystem().getSeparator(), ".");
    }

    /** Reads as far as the annotations of the class, as chapter 4 of the Java Virtual Machine Specification lays it out. */
    private static Set<String> annotationsOf(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                return Set.of();
            }
            in.skipNBytes(4);
            Map<Integer, String> texts = readConstants(in);
            in.skipNBytes(6);
            in.skipNBytes(2L * in.readUnsignedShort());
            skipMembers(in);
            skipMembers(in);
            Set<String> found = new TreeSet<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                String attribute = texts.getOrDefault(in.readUnsignedShort(), "");
                byte[] content = in.readNBytes(in.readInt());
                if (attribute.equals("RuntimeInvisibleAnnotations") || attribute.equals("RuntimeVisibleAnnotations")) {
                    found.addAll(AnnotationTypes.in(content, texts));
                }
            }
            return found;
        }
    }

    private static Map<Integer, String> readConstants(DataInputStream in) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        int count = in.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(index, in.readUTF());
                case 5, 6 -> {
                    in.skipNBytes(8);
                    index++;
                }
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                default -> throw new IOException("constant of unknown kind " + tag);
            }
        }
        return texts;
    }

    private static void skipMembers(DataInputStream in) throws IOException {
        for (int members = in.readUnsignedShort(); members > 0; members--) {
            in.skipNBytes(6);
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt());
            }
        }
    }
}
