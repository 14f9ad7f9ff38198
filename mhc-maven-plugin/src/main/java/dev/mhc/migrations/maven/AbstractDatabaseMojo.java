package dev.mhc.migrations.maven;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.dialect.DatabaseSession;
import dev.mhc.migrations.dialect.postgresql.PostgresqlDialect;
import dev.mhc.migrations.engine.MigrationListener;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.OutOfOrder;
import dev.mhc.migrations.engine.UnknownNewer;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Brings the project's classes, its driver and a database together for the goals that need all three. */
abstract class AbstractDatabaseMojo extends AbstractMhcMojo {

    /** How long to wait for a migration that runs elsewhere. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /**
     * The database of one run, with what works on it.
     *
     * @param ownModule the module whose registry this project compiles
     * @param credentials none for an SQLite file
     * @param listener hears of backups that the goal makes
     */
    record Database(
            DatabaseUrl url,
            boolean isNew,
            DriverDataSource dataSource,
            Optional<String> ownModule,
            Credentials credentials,
            MigrationListener listener) {}

    /**
     * JDBC URL of the database; a relative SQLite path starts at the module's folder.
     * No default: set the property {@code mhc.url} in the pom or {@code -Dmhc.url=jdbc:sqlite:app.db}.
     */
    @Parameter(property = "mhc.url")
    private @Nullable String url;

    /**
     * Path of an SQLite file, in place of the URL.
     * Also settable as {@code -Dmhc.database=app.db}.
     */
    @Parameter(property = "mhc.database")
    private @Nullable String database;

    /**
     * Id of the server in {@code settings.xml} that has user and password of a PostgreSQL database; encrypted ones too.
     * Without it the environment has them: {@code MHC_USER}, and {@code MHC_PASSWORD_FILE}, a file with the password in its
     * only line, or {@code MHC_PASSWORD}, which Maven prints with -X; also settable as {@code -Dmhc.server}.
     */
    @Parameter(property = "mhc.server")
    private @Nullable String server;

    /**
     * Where backups of a PostgreSQL database are; a relative path starts at the module's folder.
     * {@code mhc-backups} unless said; also settable as {@code -Dmhc.backup.folder}.
     */
    @Parameter(property = "mhc.backup.folder", defaultValue = "mhc-backups")
    private File backupFolder;

    /**
     * The folder of pg_dump, pg_restore and psql, which back up and restore PostgreSQL.
     * Those on the PATH unless said; also settable as {@code -Dmhc.pgBin}.
     */
    @Parameter(property = "mhc.pgBin")
    private @Nullable File pgBin;

    @Inject
    private SettingsDecrypter decrypter;

    /**
     * The name of the table that keeps the history.
     * {@code mhc_history} unless said; also settable as {@code -Dmhc.history}.
     */
    @Parameter(property = "mhc.history", defaultValue = "mhc_history")
    private String history;

    /**
     * What to do with a pending migration that is older than an applied one: {@code refuse} or {@code apply}.
     * {@code refuse} unless said; also settable as {@code -Dmhc.outOfOrder}.
     */
    @Parameter(property = "mhc.outOfOrder", defaultValue = "refuse")
    private String outOfOrder;

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        refusePasswords();
        checkParameters();
        OutOfOrder order = Choice.of("mhc.outOfOrder", outOfOrder, OutOfOrder.class);
        DatabaseUrl databaseUrl = locate();
        boolean isNew = databaseUrl.file().isPresent()
                && !Files.exists(databaseUrl.file().get());
        if (isNew && !worksOnMissingFile()) {
            throw GoalError.MISSING_DATABASE.with(databaseUrl, goal());
        }
        requireSameApi();
        getLog().info("Database " + databaseUrl);
        try (ProjectClasses classes = new ProjectClasses(classPath());
                Progress progress = new Progress(getLog(), System::nanoTime).start()) {
            List<MigrationRegistry> registries = new ArrayList<>();
            List<EntitySchema> entitySchemas = new ArrayList<>();
            Optional<String> ownModule = Optional.empty();
            if (needsMigrations()) {
                registries.addAll(classes.services(MigrationRegistry.class));
                entitySchemas.addAll(classes.services(EntitySchema.class));
                Path output = Path.of(project().getBuild().getOutputDirectory());
                CompletenessCheck check = new CompletenessCheck(
                        project().getArtifactId(), plugin().getVersion(), output, CompiledClasses.in(output));
                check.require(registries, entitySchemas, needsEntities());
                ownModule = check.ownModule(registries);
            }
            String connectTo = isNew && !createsFile() ? DatabaseUrl.SQLITE + ":memory:" : databaseUrl.jdbcUrl();
            Credentials credentials = credentials(databaseUrl);
            DriverDataSource dataSource = new DriverDataSource(driver(classes, databaseUrl), connectTo, credentials);
            Migrator migrator = Migrator.builder(dataSource)
                    .registries(registries)
                    .entitySchemas(entitySchemas)
                    .classLoader(classes)
                    .history(history)
                    .outOfOrder(order)
                    .unknownNewer(UnknownNewer.REFUSE)
                    .backup(backsUp())
                    .ignore(ignoredTables())
                    .listener(progress)
                    .build();
            try {
                run(migrator, new Database(databaseUrl, isNew, dataSource, ownModule, credentials, progress));
            } catch (MigrationException e) {
                // Whoever holds the lock is at work: a backup from before would undo that.
                if (!backsUp() || progress.backup().isEmpty() || e.code() == ErrorCode.LOCK_HELD) {
                    throw e;
                }
                throw new MojoExecutionException(
                        e.getMessage() + "\nTo have the database as it was before: "
                                + restoreCommand(
                                        databaseUrl, progress.backup().get().file()),
                        e);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw GoalError.UNREADABLE_CLASSES.causedBy(e, project().getArtifactId(), e);
        }
    }

    /** Does the goal's work. */
    abstract void run(Migrator migrator, Database on) throws MojoExecutionException, MojoFailureException;

    /** Looks at the parameters before anything is opened. */
    void checkParameters() throws MojoExecutionException {}

    /** Whether this goal has something to say about a database whose file is not there. */
    boolean worksOnMissingFile() {
        return false;
    }

    /** Whether this run may make the file of a database that is not there. */
    boolean createsFile() {
        return false;
    }

    /** Whether there is nothing to do without entities. */
    boolean needsEntities() {
        return false;
    }

    /** Whether this goal needs the project's migrations, and so all of its classes. */
    boolean needsMigrations() {
        return true;
    }

    /** Patterns of the tables that are somebody else's. */
    List<String> ignoredTables() {
        return List.of();
    }

    /** Whether a backup is made before migrations run. */
    boolean backsUp() {
        return false;
    }

    /** What to type in order to restore a backup of a goal's database. */
    final String restoreCommand(DatabaseUrl of, Path backup) {
        boolean isBound = !isOnCommandLine() && (isConfigured("url") || isConfigured("database"));
        return new RestoreCommand(session(), project()).of(backup, isBound ? places(of) : Map.of());
    }

    private Map<String, String> places(DatabaseUrl of) {
        Map<String, String> places = new LinkedHashMap<>();
        if (of.file().isPresent()) {
            places.put("mhc.database", of.file().get().toString());
            return places;
        }
        places.put("mhc.url", of.jdbcUrl());
        given(server).ifPresent(id -> places.put("mhc.server", id));
        places.put("mhc.backup.folder", backupFolder.toString());
        Optional.ofNullable(pgBin).ifPresent(bin -> places.put("mhc.pgBin", bin.toString()));
        return places;
    }

    /**
     * The backups of a PostgreSQL database.
     *
     * @throws MojoExecutionException if the tools are not there or not fit for the server
     */
    final PostgresqlBackups backups(Database on) throws MojoExecutionException {
        PostgresqlServer reached;
        try (Connection connection = on.dataSource().getConnection()) {
            reached = PostgresqlServer.at(connection);
        } catch (SQLException e) {
            throw ErrorCode.CONNECTION_FAILED.causedBy(e, e.getMessage());
        }
        BackupSettings settings = new BackupSettings(
                backupFolder.toPath(), Optional.ofNullable(pgBin).map(File::toPath));
        return PostgresqlBackups.of(on.url(), on.credentials(), reached, settings);
    }

    /** A session of the history's on a PostgreSQL connection. */
    final DatabaseSession session(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        return PostgresqlDialect.of(version).open(connection, PATIENCE, history);
    }

    private DatabaseUrl locate() throws MojoExecutionException {
        DatabaseUrl found = named();
        if (found.file().isPresent()) {
            Path file = found.file().get();
            Path folder = file.getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw GoalError.MISSING_FOLDER.with(found, folder);
            }
            if (Files.isDirectory(file)) {
                throw GoalError.NOT_A_FILE.with(found);
            }
        }
        return found;
    }

    /**
     * For a goal on the command line, the database there wins over the pom's {@code <configuration>}, which Maven itself
     * would prefer without a word; for one that is bound to the lifecycle, its own configuration wins.
     */
    private DatabaseUrl named() throws MojoExecutionException {
        Path folder = project().getBasedir().toPath();
        Optional<String> typedUrl = given(session().getUserProperties().getProperty("mhc.url"));
        Optional<String> typedFile = given(session().getUserProperties().getProperty("mhc.database"));
        boolean urlConfigured = isConfigured("url");
        boolean fileConfigured = isConfigured("database");
        boolean configured = urlConfigured || fileConfigured;
        if ((typedUrl.isPresent() || typedFile.isPresent()) && (isOnCommandLine() || !configured)) {
            return DatabaseUrl.of(goal(), folder, typedUrl, typedFile);
        }
        return DatabaseUrl.of(
                goal(),
                folder,
                configured && !urlConfigured ? Optional.empty() : given(url),
                configured && !fileConfigured ? Optional.empty() : given(database));
    }

    /** An SQLite file has no users, whatever else the build says. */
    private Credentials credentials(DatabaseUrl databaseUrl) throws MojoExecutionException {
        if (databaseUrl.isSqlite()) {
            return Credentials.NONE;
        }
        Credentials credentials =
                new CredentialsReader(session().getSettings(), decrypter, System.getenv()).read(given(server));
        Optional<String> inUrl = PostgresqlUrl.parse(databaseUrl.jdbcUrl()).flatMap(parts -> parts.option("user"));
        if (inUrl.isPresent()
                && credentials.user().isPresent()
                && !inUrl.get().equals(credentials.user().get())) {
            throw GoalError.TWO_USERS.with(
                    inUrl.get(), credentials.origin(), credentials.user().get());
        }
        return credentials;
    }

    private void refusePasswords() throws MojoExecutionException {
        if (session().getUserProperties().containsKey("mhc.password")
                || project().getProperties().containsKey("mhc.password")) {
            throw GoalError.PASSWORD_PARAMETER.with("the property mhc.password");
        }
        if (isConfigured("password")) {
            throw GoalError.PASSWORD_PARAMETER.with("<password> in <configuration>");
        }
    }

    private static Optional<String> given(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(value -> !value.isBlank());
    }

    private void requireSameApi() throws MojoExecutionException {
        String expected = plugin().getVersion();
        String found = project().getArtifacts().stream()
                .filter(artifact -> artifact.getGroupId().equals(plugin().getGroupId())
                        && artifact.getArtifactId().equals("mhc-migrations-api"))
                .map(artifact -> artifact.getBaseVersion())
                .findFirst()
                .orElse(expected);
        if (!found.equals(expected)) {
            throw GoalError.DIFFERENT_API.with(project().getArtifactId(), found, expected, found, expected);
        }
    }

    private List<URL> classPath() throws MojoExecutionException {
        List<URL> urls = new ArrayList<>();
        try {
            for (String element : project().getRuntimeClasspathElements()) {
                urls.add(Path.of(element).toUri().toURL());
            }
        } catch (DependencyResolutionRequiredException | MalformedURLException e) {
            throw GoalError.UNREADABLE_CLASSES.causedBy(e, project().getArtifactId(), e);
        }
        return urls;
    }

    private Driver driver(ProjectClasses classes, DatabaseUrl databaseUrl) throws MojoExecutionException {
        for (Driver driver : classes.services(Driver.class)) {
            try {
                if (driver.acceptsURL(databaseUrl.jdbcUrl())) {
                    return driver;
                }
            } catch (SQLException e) {
                getLog().debug("Driver " + driver.getClass().getName() + " cannot judge the URL", e);
            }
        }
        throw GoalError.MISSING_DRIVER.with(
                project().getArtifactId(),
                databaseUrl,
                databaseUrl.isSqlite() ? "org.xerial" : "org.postgresql",
                databaseUrl.isSqlite() ? "sqlite-jdbc" : "postgresql");
    }
}
