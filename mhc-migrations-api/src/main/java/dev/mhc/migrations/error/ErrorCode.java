package dev.mhc.migrations.error;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every failure that a user can meet at run time, with its text. A constant's {@link #label() label} is the stable code
 * that opens the message.
 */
public enum ErrorCode {
    BAD_IDENTIFIER("%s is no usable name: %s. Give it a non-empty name without NUL characters."),
    BAD_DEFINITION("%s: %s."),
    TRANSACTION_WORD(
            "This statement would end or open a transaction, which belongs to the migration as a whole:%n  %s%n"
                    + "Remove it. A migration runs in one transaction that is committed when all of it succeeded."),
    STATEMENT_NOT_IN_TRANSACTION("This statement has no effect or fails inside a transaction:%n  %s%n%s"),

    DATABASE_NOT_SUPPORTED(
            "The database is %s; SQLite and PostgreSQL are migrated. Use a jdbc:sqlite: or jdbc:postgresql: URL."),
    CONNECTION_FAILED("No connection to the database: %s"),
    DATABASE_FAILED("The database did not do what was asked: %s%s"),
    NO_REGISTRY("No migrations are registered: no class generated from @Migration was found. Name"
            + " dev.mhc:mhc-migrations-processor in the <annotationProcessorPaths> of maven-compiler-plugin; since JDK"
            + " 23 the compiler silently ignores processors that are only on the class path. Then compile again, and"
            + " see that a shaded jar keeps the files of META-INF/services."),
    NO_ENTITY_SCHEMA("There is nothing to compare the database with: no class generated from @Entity was found. Name"
            + " dev.mhc:mhc-migrations-processor in the <annotationProcessorPaths> of maven-compiler-plugin and"
            + " compile again."),
    DUPLICATE_MODULE("Two registries are named %s: %s and %s. Give one of the modules another name with the compiler"
            + " option -Amhc.module=NAME."),
    MODULE_MISSING("The history has migrations of module %s, and this build has none of that module (it has: %s). The"
            + " jar that brings them is missing, or packaging lost its META-INF/services/"
            + "dev.mhc.migrations.MigrationRegistry; merge these files, do not overwrite them."),
    UNMANAGED_DATABASE("The database has tables and no history, so nobody knows which migrations it already"
            + " contains.%n  found: %s%nNothing was changed. If the URL names the right database, say up to which"
            + " migration it has everything: mvn mhc:baseline -Dmhc.target=VERSION, or Migrator.baseline."),
    CHANGED_AFTER_APPLY("Migration %s changed after it was applied.%n  applied:  %s, %s%n  compiled: %s%nRestore it,"
            + " and put the change in a new migration. If the edit changes nothing in a database, accept it on record:"
            + " mvn mhc:repair %s -Dmhc.reason=\"…\""),
    MIGRATION_MISSING("Migration %s is applied, and this build does not have it.%n  applied: %s%nBring its class back;"
            + " an applied migration is undone by rolling it back, not by removing it."),
    NEWER_THAN_BUILD("The database has migration %s, which is newer than all that this build has (its newest is %s)."
            + " Use the build that brought it, or a newer one."),
    OUT_OF_ORDER("Migration %s is pending, and the newer %s is already applied. Give it a later version, or allow it"
            + " with outOfOrder=apply (mhc.outOfOrder in Maven) after making sure that the order does not matter."),
    UNKNOWN_VERSION("No migration has version %s. %s"),
    UNKNOWN_MODULE("This build has no module %s; it has: %s."),
    BASELINE_ON_HISTORY("Module %s has a history already; %s. Nothing was changed. %s"),
    BASELINE_OF_EMPTY("The database is empty, so it contains no migration that a baseline could name. Nothing was"
            + " changed. Apply the migrations instead, or see that the URL names the right database."),
    REPAIR_OF_NOT_APPLIED("Migration %s is not applied, so its class may still change; there is nothing to repair."
            + " Nothing was changed."),
    REPAIR_NOT_NEEDED(
            "Migration %s is the same as when it was applied; there is nothing to repair. Nothing was" + " changed."),
    BAD_REASON("A repair needs a reason for those who read the history later: one line of 1 to %s characters. Nothing"
            + " was changed."),
    TOO_MANY_STEPS("%s migrations were to be rolled back; %s are applied."),
    IRREVERSIBLE("Migration %s cannot be rolled back: %s. Nothing was changed. Restore a backup, or write a new"
            + " migration that goes forward."),
    DESCRIPTION_FAILED("Migration %s could not say what it does: its %s threw %s. Nothing was changed. up and down only"
            + " describe; work with data belongs into schema.run(…)."),
    STATEMENT_FAILED("Migration %s failed at operation %s of %s%s.%n  %s%n  %s%s"),
    OPERATION_REFUSED("Migration %s stopped at operation %s of %s%s.%n  %s"),
    PROBE_REFUSED("Migration %s stopped before operation %s of %s%s.%n  %s%n  %s," + " %s"),
    WORK_FAILED("Migration %s failed in its JDBC work \"%s\" (operation %s of %s)%s.%n  %s"),
    TRANSACTION_LOST("The database ended the transaction of %s by itself, so nothing of it is"
            + " kept and nothing more was sent; %s.%n  after: %s%nA full disk and OR ROLLBACK clauses do this; on PostgreSQL, every statement"
            + " that fails, also one whose exception was caught."),
    COMMIT_FAILED(
            "The transaction of %s was not committed; the history was read again and does not have it; %s.%n  %s%s"),
    REFUSED_IN_WORK("Connection.%s is not for a migration's JDBC work: its transaction is committed or rolled back as a"
            + " whole, and its connection is lent."),
    ONE_STATEMENT_AT_A_TIME("The SQLite driver executes only the first of several statements:%n  %s%nSend them one by"
            + " one, or use schema.sql(…), which splits them."),
    HISTORY_DAMAGED("The history table %s does not add up: %s. It is written by this tool alone; somebody changed it."
            + " Nothing was changed now. Restore the table from a backup."),
    HISTORY_TOO_NEW("The history table %s has format %s, and this release knows formats up to %s. Nothing was changed."
            + " Use a newer release."),
    SCHEMA_DIFFERS("The database differs from the entities in %s.%n%s"),
    DRY_RUN_FAILED("Migration %s would fail at operation %s of %s; nothing was changed.%n  %s%n  %s%s"),
    NO_SCRATCH_DATABASE("A dry run needs a scratch database, and none could be opened: %s."),

    UNCLOSED_SQL("This SQL has %s in line %s that does not end:%n  %s%nClose it, or write the statements one by one."),
    AMBIGUOUS_SQL("SQLite reads this SQL as %s statements and PostgreSQL as %s:%n  %s%n"
            + "Give each statement an sql(…) of its own, and leave out comments inside comments and quotes inside"
            + " brackets."),

    UNSUPPORTED_DATABASE("%s %s is older than the oldest that is supported, %s. %s"),
    NO_SUCH_TABLE("Cannot %s: the database has no table %s.%s"),
    NO_SUCH_COLUMN("Cannot %s: table %s has no column %s.%s"),
    NO_SUCH_CONSTRAINT("Cannot %s: table %s has no %s.%s"),
    TABLE_EXISTS("Cannot %s: the database has a table %s already. Choose another name, or rename it first. If the"
            + " database had it before there was a history, its baseline stops too early."),
    COLUMN_EXISTS("Cannot %s: table %s has a column %s already. Choose another name, or drop or rename it first."),
    COLUMN_IN_USE("Column %s.%s cannot be dropped: %s. %s"),
    DATABASE_BUSY("The database %s was kept locked by others for %s, so nothing more was done;"
            + " what was committed before stays. Let the other program finish, or wait longer."),
    INSIDE_TRANSACTION("The connection to %s is inside a transaction that is not ours to end. It was left alone."
            + " Commit or roll back before migrating, or lend a connection in auto-commit mode."),
    READ_ONLY_DATABASE(
            "The database %s cannot be written: %s. Nothing is left half done; migrations that ended before stay."
                    + " Check the permissions of the file and of its folder, and the connection's read-only settings."),
    NOT_A_DATABASE("%s is no SQLite database, or is encrypted or damaged: %s. It was left as it is."
            + " Check the path in the URL; a damaged database can be replaced by a backup (mvn mhc:restore)."),
    NATIVE_LIBRARY("The SQLite driver could not load its native library, which it unpacks into %s: %s. See that this"
            + " folder exists, can be written, has 2 MB left and is not mounted noexec, or name another one:"
            + " -Djava.io.tmpdir=FOLDER (for Maven in MAVEN_OPTS)."),
    CONNECTION_NOT_CLEAN("The connection to %s comes with %s. A name in a migration could mean those in place of the"
            + " database's own tables, so nothing was begun. Lend a connection without temporary objects and attached"
            + " databases."),
    SETTING_REFUSED("The database %s does not take the setting %s. Use a build of SQLite that has it."),

    IDENTIFIER_TOO_LONG("The name %s has %s bytes; PostgreSQL keeps %s and silently drops the rest. Shorten it."),
    LOCK_HELD(
            "The database %s is being migrated or restored by others, and was so for %s: %s. Nothing was changed. Let them finish, or"
                    + " wait longer. If that process is gone for good, end its session: SELECT pg_terminate_backend(%s)."),
    LOCK_LOST(
            "The connection to the database %s does not hold the lock that it took: %s. Nothing more was done; what was"
                    + " committed before stays. A pooler in transaction mode does this, and SQL that lets go of all advisory locks:"
                    + " connect to the server itself, or to a pool in session mode."),
    READ_ONLY_SERVER(
            "The database %s takes no changes: %s. Nothing was changed. Connect to the primary server, as a user who"
                    + " may write."),
    NO_CURRENT_SCHEMA(
            "No schema of the search path %s exists in the database %s, or this user may not use it. Create it"
                    + " (CREATE SCHEMA …), or name another with currentSchema=… in the URL."),
    HISTORY_ELSEWHERE(
            "The history table %s is in schema %s of the database %s, and the connection's current schema is %s."
                    + " Nothing was changed. Set the search path as it was (currentSchema=… in the URL, or of the role); if this"
                    + " schema is to have a history of its own, name it: Migrator.Builder.history(\"%s\")."),
    NUL_IN_SQL("This SQL has a NUL character in line %s, and SQLite would read no further than:%n  %s%nRemove it; as a"
            + " value, write char(0)."),

    NO_DATABASE_FILE("The %s database is no file, so there is nothing here to copy or to put back. Use %s."),
    NOTHING_TO_BACK_UP("The database %s is empty; there is nothing to back up."),
    BACKUP_NO_SPACE("A backup of %s needs %s bytes, and %s has %s bytes free. Nothing was run.%n"
            + "Make room (older backups are named %s). A run goes without a backup with"
            + " Migrator.Builder.backup(false), -Dmhc.backup=false in Maven."),
    BACKUP_FAILED("The database %s could not be backed up: %s. Nothing was run.%n"
            + "See that the folder %s can be written. A run goes without a backup with"
            + " Migrator.Builder.backup(false), -Dmhc.backup=false in Maven."),
    DATABASE_DAMAGED("The database %s is damaged: %s. Nothing was run, and no backup was kept.%n"
            + "Where an index is named, REINDEX makes it anew. Else restore a backup from before the damage (mvn mhc:restore), or recover"
            + " the rows into a new file: sqlite3 DAMAGED .recover | sqlite3 NEW"),
    BACKUPS_UNREADABLE("The backups of %s cannot be listed: %s. See that its folder can be read."),
    NO_SUCH_BACKUP("There is no backup %s. %s"),
    BACKUP_UNUSABLE("%s cannot be restored: %s. The database was left as it is. %s"),
    RESTORE_BUSY(
            "The database %s was not restored: others kept it locked for %s. It is as it was. Stop the programs that"
                    + " use it, or wait longer, and restore again."),
    RESTORE_NO_SPACE(
            "Restoring %s needs up to %s bytes beside the database, and %s has %s bytes free. Nothing was changed."
                    + " Make room and restore again."),
    RESTORE_FAILED("The database %s was not restored: %s. It is as it was."),
    RESTORE_UNCERTAIN("The connection to the database %s failed while it was being restored: %s. It is wholly as it was"
            + " or wholly restored, and which of them is not known. Restore again.%s"),
    RESTORE_OVER_DAMAGE("The database %s cannot be read, so it cannot be backed up before it is replaced: %s.%n"
            + "Nothing was changed. Stop all programs that use it, move it away with what belongs to it, and restore"
            + " again into a new file:%n%s"),

    BROKEN_BEFORE_REBUILD("Table %s was not rebuilt: the %s does not work, and did not before: %s.%n"
            + "Nothing was changed. SQLite reads all views and triggers when it changes a table. Drop it or repair it in an"
            + " earlier operation."),
    DEPENDENT_OBJECT("Table %s cannot get this shape: the %s would not work any more: %s.%n"
            + "Drop it before the alterTable in the same migration, and create it again afterwards as it should be."),
    REBUILD_UNFORESEEN(
            "Table %s has to be rebuilt, which was not to be seen before the migration began: something earlier in"
                    + " it changed what the table is like. Put this alterTable into a migration of its own."),
    REBUILD_NAME_TAKEN("Table %s was not rebuilt: %s has a name that the rebuild needs. Rename it or drop it."),
    REBUILD_NO_SPACE("Table %s was not rebuilt: the copy needs up to %s bytes, and %s has %s bytes free. Nothing was"
            + " changed. Make room and run again."),
    ROWS_NOT_CONSERVED("Table %s was not rebuilt: it had %s rows, and the copy has %s."),
    NOT_CONSERVED("Table %s was not rebuilt, since something changed that nobody asked to change: %s.%n"
            + "  expected: %s%n  found:    %s"),
    REFERENCED_KEY_LOST(
            "Table %s cannot get this shape: %s references columns of it that would be no key any more: %s.%n"
                    + "Drop that foreign key first, or keep a primary key or a unique constraint on these columns."),
    REBUILD_ORPHANS("Rebuilding %s would leave rows that reference nothing:%n  %s%n"
            + "Correct or delete these rows in an earlier migration, or convert the referencing columns as well."),
    NEW_ORPHANS("This migration would leave rows that reference nothing:%n  %s%n"
            + "It may rebuild a table, so foreign keys are off in it and no cascade fires. Put what deletes or updates rows,"
            + " or drops a table, into a migration of its own."),

    NOT_COMMITTED("The %s was rolled back; %s.%n  %s"),
    BACKFILL_MIXED(
            "Migration %s has backfills and something else, %s, in its %s. Nothing was changed. Batches commit on"
                    + " their own, so they could not be taken back with the rest. Put what they need into a migration before it,"
                    + " and what needs them into one after it."),
    BACKFILL_KEY("Table %s cannot be backfilled: %s. %s"),
    BACKFILL_MOVED(
            "Migration %s was backfilling %s as operation %s when it stopped, and now has %s. What was done stays, and"
                    + " nothing more was done. Let it be as it was, and put the change into a new migration; if that cannot"
                    + " be, let its up describe nothing, and put what is left into a new migration."),
    BATCH_FAILED("Migration %s failed in a batch of operation %s of %s, and that batch was rolled back; %s.%n  %s%n"
            + "  %s%s"),
    HALF_APPLIED(
            "Migration %s is half applied: %s. Nothing was changed. Finish it first (mvn mhc:apply); if that cannot"
                    + " be, let its up describe nothing and apply that. What rolls back below it would leave the rows half done."),
    HALF_APPLIED_MISSING("Migration %s is half applied (%s), and this build does not have it. Bring its class back; if"
            + " nothing more is to be done, let its up describe nothing."),
    HALF_ROLLED_BACK("Migration %s is half rolled back: %s. Nothing was changed. Finish it: mvn mhc:rollback, or"
            + " Migrator.rollbackSteps(1)."),

    NOT_ONE_TRANSACTION("Migration %s cannot run in one transaction:%n%s%n"
            + "Nothing was changed. Say @Migration(transactional = false): each operation then commits by itself, and a run"
            + " that fails is gone on with where it stopped. Or put what must be committed first into a migration before"
            + " it."),
    STEP_CHANGED(
            "Migration %s ran its step %s, which was %s, and now %s. What was done stays, and nothing was changed now."
                    + " Let the steps that are done be as they were (those after them may change), and put the change into a new"
                    + " migration; if that cannot be, let its %s describe nothing, and put what is left into a new migration."),
    STEP_ENDED_UNSEEN(
            "Migration %s began its step %s, which runs outside of a transaction, and nobody saw how that ended:%n"
                    + "  %s%nNothing was changed now. Look into the database.%s If the step is done, take it out of the migration;"
                    + " else change its text (a comment in the SQL is enough) and run again."),
    INDEX_NAME_TAKEN(
            "Index %s cannot be created on table %s: %s has that name. Choose another one, or rename or drop what"
                    + " has it."),
    REMAINS_REMOVED("What the failed step had left was removed: %s"),
    STEP_DONE_BEFORE("Migration %s cannot run its step %s: it is done already, and not by this migration.%n  %s%n"
            + "%s. Look into the database, and take the step out of the migration or change it."),

    VIEW_IN_USE("View %s cannot be dropped: the %s would not work any more: %s.%nDrop that first, and create it again"
            + " afterwards in the same migration if it is still needed."),
    OTHER_SCHEMA(
            "Cannot %s: that is another schema, and a rename does not move a table. Rename it within its schema; to"
                    + " move it, use schema.sql(\"ALTER TABLE … SET SCHEMA …\")."),

    PARITY_DIFFERS("The migrations do not make the same of %s and %s, in %s:%n%s%n"
            + "Where a migration has SQL of its own for each of them, let both do the same. What is meant to be so is left out"
            + " by SchemaParity.except(…)."),
    PARITY_NOT_EMPTY(
            "The %s database is not empty, it has %s. Every migration is applied to it and rolled back; give an"
                    + " empty one that nobody needs."),
    PARITY_STOPPED("The migrations cannot be compared, since on %s one fails:%n%s"),

    LOCKS_DROPPED(
            "This statement lets go of all advisory locks of the session, and one of them keeps other runs out:%n  %s%n"
                    + "Remove it. Let go of single locks (pg_advisory_unlock), and in place of DISCARD ALL say what is meant:"
                    + " DISCARD PLANS, DISCARD TEMP or DISCARD SEQUENCES."),
    IGNORED_ENTITY_TABLE(
            "%s is to be ignored, and an entity maps table %s, which is then not somebody else's. Take it from"
                    + " the tables to ignore (a pattern with * or ? never ignores what an entity maps), or do not map it."),
    IGNORE_UNUSED(
            "Nothing is ignored by %s: no table has such a name that is not mapped by an entity. Correct the pattern,"
                    + " or remove it."),

    SCHEMA_TEXT(
            "The text of a schema cannot be read. Line %s, character %s: expected %s:%n  %s%n"
                    + "A generated class was changed, or made for another version of this library; compile the entities again.");

    private final String text;

    ErrorCode(String text) {
        this.text = text;
    }

    /** The stable code, for example {@code StatementFailed}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        for (String word : name().split("_", -1)) {
            label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return label.toString();
    }

    /** Makes the exception for this code; {@code arguments} fill its text in order. */
    public MigrationException with(@Nullable Object... arguments) {
        return new MigrationException(this, message(arguments), null);
    }

    /** Like {@link #with}, for a failure that something else caused. */
    public MigrationException causedBy(Throwable cause, @Nullable Object... arguments) {
        return new MigrationException(this, message(arguments), cause);
    }

    private String message(@Nullable Object... arguments) {
        return "[" + label() + "] "
                + String.format(Locale.ROOT, text, arguments).replace("\r\n", "\n");
    }
}
