package dev.mhc.migrations.processor;

import com.google.testing.compile.Compilation;
import dev.mhc.migrations.MigrationRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Loads what a compile made, and remembers which classes were asked for. */
final class CompiledClasses extends ClassLoader {

    private final Map<String, JavaFileObject> files = new HashMap<>();
    private final List<String> loaded = new ArrayList<>();

    CompiledClasses(Compilation compilation) {
        super(MigrationRegistry.class.getClassLoader());
        for (JavaFileObject file : compilation.generatedFiles()) {
            files.put(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""), file);
        }
    }

    List<String> loaded() {
        return List.copyOf(loaded);
    }

    MigrationRegistry registry(String name) throws ReflectiveOperationException {
        return (MigrationRegistry) loadClass(name).getConstructor().newInstance();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        JavaFileObject file = files.get(name.replace('.', '/') + ".class");
        if (file == null) {
            throw new ClassNotFoundException(name);
        }
        loaded.add(name);
        try (InputStream in = file.openInputStream()) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        JavaFileObject file = files.get(name);
        try {
            return file == null ? new ByteArrayInputStream(new byte[0]) : file.openInputStream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected URL findResource(String name) {
        throw new UnsupportedOperationException(name);
    }
}
