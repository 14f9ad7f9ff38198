package dev.mhc.migrations.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * The classes of a project at run time. Sees the JDK, the project's run-time class path, and the api as the plugin has
 * it, so that both speak of the same types; nothing else of Maven or of the plugin. What was loaded is let go on close.
 */
final class ProjectClasses extends URLClassLoader {

    /** The packages of the api. A test compares them with the api itself. */
    static final Set<String> API_PACKAGES = Set.of(
            "dev.mhc.migrations",
            "dev.mhc.migrations.error",
            "dev.mhc.migrations.schema",
            "dev.mhc.migrations.operation",
            "dev.mhc.migrations.dialect",
            "dev.mhc.migrations.dialect.sqlite",
            "dev.mhc.migrations.dialect.postgresql",
            "dev.mhc.migrations.engine");

    static {
        ClassLoader.registerAsParallelCapable();
    }

    /** The JDK and the api. */
    private static final class ApiOnly extends ClassLoader {

        private final ClassLoader realm;

        ApiOnly(ClassLoader realm) {
            super(ClassLoader.getPlatformClassLoader());
            this.realm = realm;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (API_PACKAGES.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
                return realm.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }

    private final ClassLoader before;
    private final NativeLibraries nativeLibraries = NativeLibraries.open();

    /** Opens the classes and makes them the context of this thread until they are closed. */
    ProjectClasses(List<URL> classPath) {
        super(classPath.toArray(URL[]::new), new ApiOnly(ProjectClasses.class.getClassLoader()));
        this.before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(this);
    }

    /**
     * The services of a type, in the order of the class path.
     *
     * @throws java.util.ServiceConfigurationError if one of them cannot be loaded
     */
    <S> List<S> services(Class<S> type) {
        List<S> services = new ArrayList<>();
        ServiceLoader.load(type, this).forEach(services::add);
        return services;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.equals(DriverRelease.class.getName())) {
            return super.findClass(name);
        }
        try (InputStream classFile = DriverRelease.class.getResourceAsStream("DriverRelease.class")) {
            if (classFile == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = classFile.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Deregisters the drivers that the project's classes registered, and says how many they were. */
    int releaseDrivers() {
        try {
            return loadClass(DriverRelease.class.getName())
                    .asSubclass(IntSupplier.class)
                    .getConstructor()
                    .newInstance()
                    .getAsInt();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("DriverRelease is part of the plugin", e);
        }
    }

    @Override
    public void close() {
        try {
            releaseDrivers();
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            nativeLibraries.close();
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
