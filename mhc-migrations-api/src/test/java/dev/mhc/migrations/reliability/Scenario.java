package dev.mhc.migrations.reliability;

import dev.mhc.migrations.engine.Backup;
import dev.mhc.migrations.engine.MigrationListener;
import dev.mhc.migrations.engine.MigrationPlan;
import dev.mhc.migrations.engine.Migrator;
import dev.mhc.migrations.engine.PlannedMigration;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** What runs while a fault strikes. */
enum Scenario {
    APPLY("applied", true) {
        @Override
        void prepare(Path database) {
            migrator(database).applyTo(World.APPLIED);
        }

        @Override
        void run(Migrator.Builder settings) {
            settings.build().apply();
        }

        @Override
        boolean step(Migrator.Builder settings, int done) {
            Migrator migrator = settings.build();
            MigrationPlan plan = migrator.plan();
            if (!plan.isEmpty()) {
                migrator.applyTo(plan.migrations().get(0).version());
            }
            return !plan.isEmpty();
        }
    },
    ROLLBACK("rolled back", true) {
        @Override
        void prepare(Path database) {
            migrator(database).apply();
        }

        @Override
        void run(Migrator.Builder settings) {
            settings.build().rollbackTo(World.APPLIED);
        }

        @Override
        boolean step(Migrator.Builder settings, int done) {
            Migrator migrator = settings.build();
            boolean more = !migrator.planRollbackTo(World.APPLIED).isEmpty();
            if (more) {
                migrator.rollbackSteps(1);
            }
            return more;
        }
    },
    BASELINE("baselined", false) {
        @Override
        void prepare(Path database) throws SQLException {
            migrator(database).applyTo(World.APPLIED);
            Databases.execute(database, "DROP TABLE mhc_history");
        }

        @Override
        void run(Migrator.Builder settings) {
            settings.build().baseline(World.MODULE, World.APPLIED);
        }
    },
    REPAIR("repaired", false) {
        @Override
        void prepare(Path database) {
            migrator(database).applyTo(World.APPLIED);
        }

        @Override
        void run(Migrator.Builder settings) {
            settings.registries(List.of(World.registry().edited(World.APPLIED)))
                    .build()
                    .repair(World.MODULE, World.APPLIED, "a comment became a statement");
        }
    },
    BACKUP("backed up", true) {
        @Override
        void prepare(Path database) {
            migrator(database).applyTo(World.APPLIED);
            Databases.copyFile(database, Databases.givenBackup(database));
        }

        @Override
        void run(Migrator.Builder settings) {
            settings.build().backup();
        }

        @Override
        boolean step(Migrator.Builder settings, int done) {
            return false;
        }
    },
    RESTORE("restored", true) {
        @Override
        void prepare(Path database) {
            migrator(database).applyTo(World.APPLIED);
            Databases.copyFile(database, Databases.givenBackup(database));
            migrator(database).apply();
        }

        @Override
        void run(Migrator.Builder settings) {
            Migrator migrator = settings.build();
            List<Backup> newestFirst = migrator.backups();
            migrator.restore(newestFirst.get(newestFirst.size() - 1).file());
        }
    },
    APPLY_WITH_BACKUP("applied", true) {
        @Override
        void prepare(Path database) throws SQLException {
            BACKUP.prepare(database);
        }

        @Override
        void run(Migrator.Builder settings) {
            APPLY.run(settings.backup(true));
        }

        @Override
        boolean step(Migrator.Builder settings, int done) {
            return APPLY.step(settings, done);
        }
    },
    BACKFILL("applied", true) {
        @Override
        void prepare(Path database) {
            migrator(database).apply();
        }

        @Override
        Migrator.Builder settings(DataSource dataSource) {
            return Migrator.builder(dataSource).registries(List.of(World.withBackfill()));
        }

        @Override
        void run(Migrator.Builder settings) {
            settings.build().apply();
        }

        /** One batch, or the end. */
        @Override
        boolean step(Migrator.Builder settings, int done) {
            boolean more = !settings.build().plan().isEmpty();
            if (more) {
                IllegalStateException enough = new IllegalStateException("one batch is enough");
                try {
                    settings.listener(new MigrationListener() {
                                @Override
                                public void progress(
                                        PlannedMigration migration,
                                        String table,
                                        long rows,
                                        long total,
                                        Duration left) {
                                    throw enough;
                                }
                            })
                            .build()
                            .apply();
                } catch (IllegalStateException e) {
                    if (e != enough) {
                        throw e;
                    }
                }
            }
            return more;
        }
    },
    REBUILD("applied", true) {
        @Override
        void prepare(Path database) {
            settings(FaultDriver.dataSource(database)).build().applyTo(World.BEFORE_REBUILDS);
        }

        @Override
        Migrator.Builder settings(DataSource dataSource) {
            return Migrator.builder(withForeignKeys(dataSource)).registries(List.of(World.withRebuilds()));
        }

        @Override
        void run(Migrator.Builder settings) {
            settings.build().apply();
        }

        @Override
        boolean step(Migrator.Builder settings, int done) {
            return APPLY.step(settings, done);
        }
    },
    REBUILD_BACK("rolled back", true) {
        @Override
        void prepare(Path database) {
            settings(FaultDriver.dataSource(database)).build().apply();
        }

        @Override
        Migrator.Builder settings(DataSource dataSource) {
            return REBUILD.settings(dataSource);
        }

        @Override
        void run(Migrator.Builder settings) {
            settings.build().rollbackTo(World.BEFORE_REBUILDS);
        }

        @Override
        boolean step(Migrator.Builder settings, int done) {
            Migrator migrator = settings.build();
            boolean more = !migrator.planRollbackTo(World.BEFORE_REBUILDS).isEmpty();
            if (more) {
                migrator.rollbackSteps(1);
            }
            return more;
        }
    };

    private final String event;
    private final boolean repeatable;

    Scenario(String event, boolean repeatable) {
        this.event = event;
        this.repeatable = repeatable;
    }

    /** What the history says of a migration that the scenario has done with. */
    String event() {
        return event;
    }

    /** Whether running it once more is no mistake. */
    boolean isRepeatable() {
        return repeatable;
    }

    /** Whether it leaves the database in another state. */
    boolean changesTheDatabase() {
        return this != BACKUP;
    }

    /** Whether it rebuilds tables. */
    boolean rebuilds() {
        return this == REBUILD || this == REBUILD_BACK;
    }

    /** Whether it begins with a backup. */
    boolean backsUp() {
        return this == BACKUP || this == RESTORE || this == APPLY_WITH_BACKUP;
    }

    /** Brings an empty file to where the scenario starts. */
    abstract void prepare(Path database) throws SQLException;

    abstract void run(Migrator.Builder settings);

    /** Does the next of the steps that {@code run} does, each of them whole; false if there is none. */
    boolean step(Migrator.Builder settings, int done) {
        if (done > 0) {
            return false;
        }
        run(settings);
        return true;
    }

    /** The settings that the scenario runs with. */
    Migrator.Builder settings(DataSource dataSource) {
        return Migrator.builder(dataSource).registries(List.of(World.registry()));
    }

    /** As applications have their connections: a cascade would reach into whatever is dropped. */
    static DataSource withForeignKeys(DataSource dataSource) {
        return new FaultDriver.PlainDataSource(() -> {
            Connection connection = dataSource.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA foreign_keys = ON");
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        });
    }

    private static Migrator migrator(Path database) {
        return APPLY.settings(FaultDriver.dataSource(database)).build();
    }
}
