package dev.mhc.migrations.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mhc.migrations.MigrationRegistry;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ProjectClassesTest {

    @Test
    void apiPackages_areThoseOfTheApi() throws Exception {
        Path api = Path.of(MigrationRegistry.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> packages = new TreeSet<>();
        if (Files.isDirectory(api)) {
            collectPackages(api, packages);
        } else {
            try (var jar = java.nio.file.FileSystems.newFileSystem(api)) {
                collectPackages(jar.getPath("/"), packages);
            }
        }

        assertThat(packages).isEqualTo(new TreeSet<>(ProjectClasses.API_PACKAGES));
    }

    @Test
    void classes_seeTheApiAndTheirOwnDriver_butNotThePlugin() throws Exception {
        try (ProjectClasses classes = new ProjectClasses(List.of(driverJar()))) {
            assertThat(classes.loadClass(MigrationRegistry.class.getName())).isSameAs(MigrationRegistry.class);
            assertThat(classes.loadClass("org.sqlite.JDBC")).isNotSameAs(org.sqlite.JDBC.class);
            assertThatThrownBy(() -> classes.loadClass(CreateMojo.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> classes.loadClass("org.apache.maven.plugin.Mojo"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void driver_connectsAndIsDeregistered() throws Exception {
        try (ProjectClasses classes = new ProjectClasses(List.of(driverJar()))) {
            List<Driver> drivers = classes.services(Driver.class);
            assertThat(drivers).hasSize(1);
            try (Connection connection =
                    new DriverDataSource(drivers.get(0), "jdbc:sqlite::memory:", Credentials.NONE).getConnection()) {
                assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("SQLite");
            }
            assertThat(classes.releaseDrivers()).isEqualTo(1);
            assertThat(classes.releaseDrivers()).isZero();
        }
    }

    @Test
    void contextClassLoader_isRestored() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        try (ProjectClasses classes = new ProjectClasses(List.of())) {
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(classes);
        }

        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private static URL driverJar() {
        return org.sqlite.JDBC.class.getProtectionDomain().getCodeSource().getLocation();
    }

    private static void collectPackages(Path root, Set<String> packages) throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".class")
                            && !file.getFileName().toString().equals("module-info.class"))
                    .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
                    .forEach(packages::add);
        }
    }
}
