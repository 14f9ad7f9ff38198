package dev.mhc.migrations.maven;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the types out of an annotations attribute of a class file. */
final class AnnotationTypes {

    private final DataInputStream in;
    private final Map<Integer, String> texts;

    private AnnotationTypes(DataInputStream in, Map<Integer, String> texts) {
        this.in = in;
        this.texts = texts;
    }

    /** The descriptors of the annotations, those nested in others left out. */
    static Set<String> in(byte[] attribute, Map<Integer, String> texts) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(attribute))) {
            AnnotationTypes reader = new AnnotationTypes(in, texts);
            Set<String> types = new TreeSet<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                types.add(reader.annotation());
            }
            return types;
        }
    }

    private String annotation() throws IOException {
        String type = texts.getOrDefault(in.readUnsignedShort(), "");
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2);
            skipValue();
        }
        return type;
    }

    private void skipValue() throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e' -> in.skipNBytes(4);
            case '@' -> annotation();
            case '[' -> {
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    skipValue();
                }
            }
            default -> in.skipNBytes(2);
        }
    }
}
