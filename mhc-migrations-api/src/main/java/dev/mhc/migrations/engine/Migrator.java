package dev.mhc.migrations.engine;

import dev.mhc.migrations.EntitySchema;
import dev.mhc.migrations.MigrationRegistry;
import dev.mhc.migrations.dialect.TransactionKind;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the state that the migrations of this build describe. Immutable and safe for use by several
 * threads; each call borrows a connection and gives it back as it was.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.of(dataSource);
 * migrator.apply();
 * migrator.verifySchema().requireNoErrors();
 * }</pre>
 *
 * <p>Every method throws {@link MigrationException} when it cannot do what it says; the message tells what was left
 * behind and what to do.
 */
public final class Migrator {

    private static final System.Logger LOG = System.getLogger(Migrator.class.getName());

    private final Leases leases;
    private final Supplier<? extends Collection<? extends MigrationRegistry>> registries;
    private final Supplier<? extends Collection<? extends EntitySchema>> entitySchemas;
    private final Drivers drivers;
    private final Backups backups;
    private final Optional<Backups> backsUp;
    private final HistoryTable history;
    private final MigrationListener listener;
    private final OutOfOrder outOfOrder;
    private final UnknownNewer unknownNewer;
    private final List<String> ignored;

    private Migrator(Builder settings) {
        ClassLoader loader = settings.classLoader();
        this.leases = new Leases(settings.dataSource, settings.patience, settings.history);
        this.drivers = new Drivers(loader);
        this.backups = new Backups(drivers, Backups.FreeSpace.OF_FILE_STORE, settings.listener);
        this.backsUp = settings.backup ? Optional.of(backups) : Optional.empty();
        this.registries = services(settings.registries, MigrationRegistry.class, loader);
        this.entitySchemas = services(settings.entitySchemas, EntitySchema.class, loader);
        this.history = new HistoryTable(settings.history);
        this.listener = settings.listener;
        this.outOfOrder = settings.outOfOrder;
        this.unknownNewer = settings.unknownNewer;
        this.ignored = settings.ignored;
    }

    private static <S> Supplier<Collection<? extends S>> services(
            @Nullable Collection<? extends S> given, Class<S> service, ClassLoader loader) {
        if (given != null) {
            return () -> given;
        }
        return () -> ServiceLoader.load(service, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** A migrator with the registries and entities of the context class loader, and the usual settings. */
    public static Migrator of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /** Starts the settings of a migrator. */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /** What {@link #apply()} would run. */
    public MigrationPlan plan() {
        return plan(planner -> state -> planner.apply(state, Target.NEWEST));
    }

    /** What {@link #applyTo} would run. */
    public MigrationPlan planTo(long version) {
        return plan(planner -> state -> planner.apply(state, Target.of(version)));
    }

    /** What {@link #rollbackSteps} would run. */
    public MigrationPlan planRollbackSteps(int steps) {
        return plan(planner -> state -> planner.rollbackSteps(state, steps));
    }

    /** What {@link #rollbackTo} would run. */
    public MigrationPlan planRollbackTo(long version) {
        return plan(planner -> state -> planner.rollbackTo(state, version));
    }

    /** Applies every pending migration, each in its own transaction. With nothing to do it is one query. */
    public MigrationReport apply() {
        Registries build = new Registries(registries.get());
        return leases.lent(lease -> {
            Optional<Map<String, HistoryTable.Head>> heads = heads(lease);
            if (heads.isPresent() && HistoryTable.isCurrent(heads.get(), build)) {
                return new MigrationReport(List.of(), List.of());
            }
            lease.session().prepare();
            return run(lease, state -> planner(build).apply(state, Target.NEWEST));
        });
    }

    /** Waits only if it has to: a start-up with nothing to do sends nothing else. */
    private Optional<Map<String, HistoryTable.Head>> heads(Lease lease) throws SQLException {
        try {
            return history.heads(lease);
        } catch (SQLException e) {
            if (!lease.dialect().isBusy(e)) {
                throw e;
            }
            lease.session().prepare();
            return history.heads(lease);
        }
    }

    /** Applies the pending migrations up to {@code version}, itself included. */
    public MigrationReport applyTo(long version) {
        Planner planner = planner(new Registries(registries.get()));
        return leases.prepared(lease -> run(lease, state -> planner.apply(state, Target.of(version))));
    }

    /** Rolls back the last {@code steps} migrations, the one applied last first. */
    public MigrationReport rollbackSteps(int steps) {
        Planner planner = planner(new Registries(registries.get()));
        return leases.prepared(lease -> {
            // Decided once: were others to roll back meanwhile, counting anew would undo more than was asked for.
            MigrationPlan plan = planner.rollbackSteps(new LiveHistory(history).require(lease), steps);
            return run(lease, state -> stillInEffect(plan, state));
        });
    }

    /** Rolls back every migration above {@code version}, which itself stays; 0 rolls back all. */
    public MigrationReport rollbackTo(long version) {
        Planner planner = planner(new Registries(registries.get()));
        return leases.prepared(lease -> run(lease, state -> planner.rollbackTo(state, version)));
    }

    /**
     * Records that a database which was never migrated by this tool already contains the migrations of a module up to
     * {@code version}, itself included. None of them is run.
     */
    public void baseline(String module, long version) {
        Baseline baseline = Baseline.of(history, new Registries(registries.get()), module, version);
        leases.prepared(lease -> record(lease, baseline));
    }

    /**
     * Accepts that an applied migration's class changed, as an event in the history.
     *
     * @param reason for those who read the history later; one line
     */
    public void repair(String module, long version, String reason) {
        Repair repair = Repair.of(new Registries(registries.get()), module, version, reason);
        leases.prepared(lease -> record(lease, repair));
    }

    /** The exact steps of a plan. Executes nothing on the database and writes nothing. */
    public DryRun dryRun(MigrationPlan plan) {
        return leases.prepared(lease -> {
            HistoryState state = new LiveHistory(history).read(lease);
            new SharedTransactions(lease.dialect()).require(plan, state);
            return new DryRunner(drivers, state).run(lease, plan);
        });
    }

    /** Every migration that this build or the database knows, in order. Changes nothing. */
    public List<MigrationStatus> status() {
        Registries build = new Registries(registries.get());
        return leases.prepared(lease -> new Agreement(build, new LiveHistory(history).read(lease)).status());
    }

    /** Compares the entities with the database. Changes nothing. */
    public SchemaReport verifySchema() {
        SchemaVerifier verifier = new SchemaVerifier(entitySchemas.get(), history, ignored);
        SchemaReport report = leases.prepared(verifier::verify);
        for (String pattern : report.unusedPatterns()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    ErrorCode.IGNORE_UNUSED.with(pattern).getMessage());
        }
        return report;
    }

    /**
     * Backs up the database into a file beside it, checked and complete; the newest five stay. Others can read
     * meanwhile, and wait to write.
     *
     * @throws MigrationException if the database is no file, is empty, is damaged, or the disk has no room
     */
    public Backup backup() {
        return leases.toFile((lease, file) -> {
            lease.session().begin(TransactionKind.ORDINARY);
            try {
                if (file.isEmpty(lease.connection())) {
                    throw ErrorCode.NOTHING_TO_BACK_UP.with(file.path());
                }
                return backups.make(lease, file, Set.of());
            } finally {
                lease.session().rollback();
            }
        });
    }

    /** The backups beside the database, newest first. */
    public List<Backup> backups() {
        return leases.toFile((lease, file) -> Backup.of(file.path()));
    }

    /**
     * Makes the database what {@code backup} is: schema, rows and history. What it was is backed up first. Other
     * programs may have it open; they see one commit.
     *
     * @throws MigrationException if the backup is damaged, the database is locked until the patience ends, or there is
     *     no room; the database is unchanged then
     */
    public RestoreReport restore(Path backup) {
        return leases.toFile(
                (lease, file) -> new Restoration(lease, file, backup, backups, history, leases.patience()).run());
    }

    private MigrationPlan plan(Function<Planner, Function<HistoryState, MigrationPlan>> planning) {
        Planner planner = planner(new Registries(registries.get()));
        return leases.prepared(lease -> {
            HistoryState state = new LiveHistory(history).require(lease);
            MigrationPlan plan = planning.apply(planner).apply(state);
            new SharedTransactions(lease.dialect()).require(plan, state);
            return new MigrationPlan(plan.migrations(), plan.warnings(), ways(lease, state, plan));
        });
    }

    /** Only a live table tells which way a change takes, so the plan is rendered where it may be another one. */
    private List<String> ways(Lease lease, HistoryState state, MigrationPlan plan) throws SQLException {
        boolean mayRebuild = plan.migrations().stream()
                .flatMap(migration -> migration.operations().stream())
                .anyMatch(lease.dialect()::mayRebuild);
        if (!mayRebuild) {
            return SharedTransactions.ways(plan);
        }
        try {
            return new DryRunner(drivers, state).run(lease, plan).ways();
        } catch (MigrationException e) {
            LOG.log(System.Logger.Level.DEBUG, "The plan cannot be rendered", e);
            return SharedTransactions.ways(plan);
        }
    }

    private MigrationReport run(Lease lease, Function<HistoryState, MigrationPlan> planning) throws SQLException {
        MigrationReport report =
                new MigrationRun(leases, history, listener, new RunBackup(backsUp, listener), planning).run(lease);
        report.warnings().forEach(warning -> LOG.log(System.Logger.Level.WARNING, warning));
        return report;
    }

    private HistoryState record(Lease lease, Recorded what) throws SQLException {
        return new HistoryTransaction(leases, history).record(lease, what);
    }

    private static MigrationPlan stillInEffect(MigrationPlan plan, HistoryState state) {
        return new MigrationPlan(
                plan.migrations().stream()
                        .filter(migration -> state.find(new MigrationKey(migration.version(), migration.module()))
                                .isPresent())
                        .toList(),
                plan.warnings());
    }

    private Planner planner(Registries build) {
        return new Planner(build, outOfOrder, unknownNewer);
    }

    /** The settings of a {@link Migrator}. */
    public static final class Builder {

        private final DataSource dataSource;
        private @Nullable Collection<? extends MigrationRegistry> registries;
        private @Nullable Collection<? extends EntitySchema> entitySchemas;
        private @Nullable ClassLoader classLoader;
        private String history = HistoryTable.DEFAULT_NAME;
        private MigrationListener listener = MigrationListener.NONE;
        private OutOfOrder outOfOrder = OutOfOrder.REFUSE;
        private UnknownNewer unknownNewer = UnknownNewer.WARN;
        private Duration patience = Duration.ofMinutes(1);
        private boolean backup;
        private List<String> ignored = List.of();

        private Builder(DataSource dataSource) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
        }

        /** Uses these registries in place of those that the class loader finds. */
        public Builder registries(Collection<? extends MigrationRegistry> given) {
            registries = List.copyOf(given);
            return this;
        }

        /** Uses these entities in place of those that the class loader finds. */
        public Builder entitySchemas(Collection<? extends EntitySchema> given) {
            entitySchemas = List.copyOf(given);
            return this;
        }

        /** Where registries, entities and drivers are found; the context class loader unless said. */
        public Builder classLoader(ClassLoader loader) {
            classLoader = Objects.requireNonNull(loader, "loader");
            return this;
        }

        /** The name of the history table; {@code mhc_history} unless said. */
        public Builder history(String table) {
            history = table;
            return this;
        }

        /** Who hears of progress. */
        public Builder listener(MigrationListener who) {
            listener = Objects.requireNonNull(who, "who");
            return this;
        }

        /** {@link OutOfOrder#REFUSE} unless said. */
        public Builder outOfOrder(OutOfOrder what) {
            outOfOrder = what;
            return this;
        }

        /** {@link UnknownNewer#WARN} unless said. */
        public Builder unknownNewer(UnknownNewer what) {
            unknownNewer = what;
            return this;
        }

        /** How long to wait for other users of the database; one minute unless said. */
        public Builder patience(Duration howLong) {
            patience = howLong;
            return this;
        }

        /**
         * Whether a database that is a file is backed up before migrations run or are rolled back, as by {@link
         * Migrator#backup()}; not unless said. A new or empty database is not, nor is one when nothing is to be done.
         */
        public Builder backup(boolean whether) {
            backup = whether;
            return this;
        }

        /**
         * Tables and views that {@link Migrator#verifySchema()} does not compare, since they are somebody else's; none
         * unless said. What extensions of PostgreSQL own, and what virtual tables of SQLite keep, needs no pattern. A
         * pattern is compared as the database compares names: {@code *} stands for any characters, {@code ?} for one.
         * On PostgreSQL it may begin with a schema and a dot. A table that an entity maps is compared all the same; to
         * name it without a wildcard is an error.
         */
        public Builder ignore(Collection<String> patterns) {
            ignored = List.copyOf(patterns);
            return this;
        }

        /** Like {@link #ignore(Collection)}. */
        public Builder ignore(String... patterns) {
            return ignore(List.of(patterns));
        }

        /** Makes the migrator. Nothing is connected yet. */
        public Migrator build() {
            return new Migrator(this);
        }

        private ClassLoader classLoader() {
            if (classLoader != null) {
                return classLoader;
            }
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context != null ? context : Objects.requireNonNull(Migrator.class.getClassLoader());
        }
    }
}
