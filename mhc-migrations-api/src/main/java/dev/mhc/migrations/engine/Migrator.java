package dev.mhc.migrations.engine;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.MigrationRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Brings a database to the state that the migrations of this build describe. Immutable and safe for use by several
 * threads; each call borrows a connection and gives it back as it was.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.of(dataSource);
 * migrator.apply();
 * migrator.verifySchema().requireNoErrors();
 * }</pre>
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Migrator {

    private Migrator() {}

    /** A migrator with the registries and entities of the context class loader, and the usual settings. */
    public static Migrator of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /** Starts the settings of a migrator. */
    public static Builder builder(DataSource dataSource) {
        return new Builder();
    }

    /** What {@link #apply()} would run. */
    public MigrationPlan plan() {
        throw new IllegalStateException("skeleton");
    }

    /** What {@link #applyTo} would run. */
    public MigrationPlan planTo(long version) {
        throw new IllegalStateException("skeleton");
    }

    /** What {@link #rollbackSteps} would run. */
    public MigrationPlan planRollbackSteps(int steps) {
        throw new IllegalStateException("skeleton");
    }

    /** What {@link #rollbackTo} would run. */
    public MigrationPlan planRollbackTo(long version) {
        throw new IllegalStateException("skeleton");
    }

    /** Applies every pending migration, each in its own transaction. With nothing to do it is one query. */
    public MigrationReport apply() {
        throw new IllegalStateException("skeleton");
    }

    /** Applies the pending migrations up to {@code version}, itself included. */
    public MigrationReport applyTo(long version) {
        throw new IllegalStateException("skeleton");
    }

    /** Rolls back the last {@code steps} migrations, the one applied last first. */
    public MigrationReport rollbackSteps(int steps) {
        throw new IllegalStateException("skeleton");
    }

    /** Rolls back every migration above {@code version}, which itself stays; 0 rolls back all. */
    public MigrationReport rollbackTo(long version) {
        throw new IllegalStateException("skeleton");
    }

    /** The exact steps of a plan. Executes nothing on the database and writes nothing. */
    public DryRun dryRun(MigrationPlan plan) {
        throw new IllegalStateException("skeleton");
    }

    /** Every migration that this build or the database knows, in order. Changes nothing. */
    public List<MigrationStatus> status() {
        throw new IllegalStateException("skeleton");
    }

    /** Compares the entities with the database. Changes nothing. */
    public SchemaReport verifySchema() {
        throw new IllegalStateException("skeleton");
    }

    /** The settings of a {@link Migrator}. */
    public static final class Builder {

        private Builder() {}

        /** Uses these registries in place of those that the class loader finds. */
        public Builder registries(Collection<? extends MigrationRegistry> registries) {
            return this;
        }

        /** Uses these entities in place of those that the class loader finds. */
        public Builder entitySchemas(Collection<? extends EntitySchema> entitySchemas) {
            return this;
        }

        /** Where registries, entities and drivers are found; the context class loader unless said. */
        public Builder classLoader(ClassLoader classLoader) {
            return this;
        }

        /** The history table, {@code table} or {@code schema.table}; {@code mhc_history} unless said. */
        public Builder history(String table) {
            return this;
        }

        /** Who hears of progress. */
        public Builder listener(MigrationListener listener) {
            return this;
        }

        /** {@link OutOfOrder#REFUSE} unless said. */
        public Builder outOfOrder(OutOfOrder outOfOrder) {
            return this;
        }

        /** {@link UnknownNewer#WARN} unless said. */
        public Builder unknownNewer(UnknownNewer unknownNewer) {
            return this;
        }

        /** How long to wait for other users of the database; one minute unless said. */
        public Builder patience(Duration patience) {
            return this;
        }

        /** Makes the migrator. Nothing is connected yet. */
        public Migrator build() {
            return new Migrator();
        }
    }
}
