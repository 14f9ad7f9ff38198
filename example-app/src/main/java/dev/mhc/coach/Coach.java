package dev.mhc.coach;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mhc.coach.http.CoachServer;
import dev.mhc.coach.store.CoachStore;
import dev.mhc.migrations.engine.MigrationReport;
import dev.mhc.migrations.engine.Migrator;

/** The running application: a database of the right schema, what is stored in it, and the server in front. */
public final class Coach implements AutoCloseable {

    private static final int CONNECTIONS = 4;

    private final HikariDataSource dataSource;
    private final CoachStore store;
    private final CoachServer server;
    private final MigrationReport migrated;

    private Coach(HikariDataSource dataSource, CoachStore store, CoachServer server, MigrationReport migrated) {
        this.dataSource = dataSource;
        this.store = store;
        this.server = server;
        this.migrated = migrated;
    }

    /**
     * Migrates the database, proves that it has what the entities need, and serves. What was opened is closed again if
     * one of these fails.
     */
    @SuppressWarnings("MustBeClosedChecker")
    public static Coach start(CoachSettings settings) {
        HikariDataSource dataSource = pool(settings);
        try {
            Migrator migrator = Migrator.of(dataSource);
            MigrationReport migrated = migrator.apply();
            migrator.verifySchema().requireNoErrors();
            return serve(settings, dataSource, migrated);
        } catch (RuntimeException | Error e) {
            dataSource.close();
            throw e;
        }
    }

    private static Coach serve(CoachSettings settings, HikariDataSource dataSource, MigrationReport migrated) {
        CoachStore store = CoachStore.open(dataSource);
        try {
            return new Coach(dataSource, store, CoachServer.start(store, settings.port()), migrated);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    private static HikariDataSource pool(CoachSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("coach");
        config.setJdbcUrl(settings.url());
        config.setMaximumPoolSize(CONNECTIONS);
        settings.driver().forEach(config::addDataSourceProperty);
        Login.of(System.getenv(), settings.url()).ifPresent(login -> {
            config.setUsername(login.user());
            config.setPassword(login.password());
        });
        return new HikariDataSource(config);
    }

    /** What the start-up changed in the database. */
    public MigrationReport migrated() {
        return migrated;
    }

    /** Where HTTP is served. */
    public int port() {
        return server.port();
    }

    /** Stops serving, then lets go of the database. */
    @Override
    public void close() {
        try (dataSource;
                store) {
            server.close();
        }
    }
}
