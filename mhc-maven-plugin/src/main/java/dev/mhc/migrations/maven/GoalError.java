package dev.mhc.migrations.maven;

import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Every failure that only a goal can meet, with its text. The engine's failures have their own codes. */
enum GoalError {
    MISSING_URL("No database is named. Give its JDBC URL or its SQLite file:%n"
            + "  mvn mhc:%s -Dmhc.url=jdbc:sqlite:app.db%n"
            + "  mvn mhc:%<s -Dmhc.database=app.db%n"
            + "or once for all in pom.xml, where the application can share it:%n"
            + "  <properties><mhc.url>jdbc:sqlite:app.db</mhc.url></properties>"),
    TWO_DATABASES("mhc.url and mhc.database name different databases:%n"
            + "  mhc.url       %s%n"
            + "  mhc.database  %s%n"
            + "Give one of them."),
    UNSUPPORTED_URL("The URL %s names no supported database. Expected jdbc:sqlite:path/to/file.db"
            + " or jdbc:postgresql://host:5432/database."),
    UNSUPPORTED_POSTGRESQL_URL("The PostgreSQL driver does not understand the URL %s."
            + " Expected jdbc:postgresql://host:5432/database?option=value."),
    UNSAFE_URL_OPTION(
            "The URL option %s makes the driver load code or write files of the URL's choice. Remove it from %s."),
    UNSAFE_SERVER_SETTING("The URL option options makes the server load a library. Remove that setting from %s."),
    SECRET_IN_URL("The URL %s carries a password, which Maven's own output would show. "
            + "Remove it: no password belongs into a URL, a pom or a command line. Put it into a server of settings.xml"
            + " (mhc.server), or into a file that the environment names (MHC_PASSWORD_FILE)."),
    PASSWORD_PARAMETER("A password is given as %s, which Maven's own output would show. "
            + "Remove it, and put it into a server of settings.xml (mhc.server), or into a file that the environment names"
            + " (MHC_PASSWORD_FILE)."),
    TWO_PASSWORDS("The environment has MHC_PASSWORD and MHC_PASSWORD_FILE. Remove one of them."),
    BAD_PASSWORD_FILE("The file %s, named by MHC_PASSWORD_FILE, %s. Expected the password in its only line."),
    MISSING_SERVER("mhc.server is %s, and settings.xml has no such server; it has: %s. Add it:%n"
            + "  <server>%n"
            + "    <id>%s</id>%n"
            + "    <username>...</username>%n"
            + "    <password>...</password>%n"
            + "  </server>"),
    UNREADABLE_PASSWORD("Maven cannot decrypt server %s of settings.xml. Its password was made with another master"
            + " password, or settings-security.xml is not there. Encrypt it again: mvn --encrypt-password"),
    TWO_USERS("The URL names user %s, and %s names user %s. Remove one of them."),
    TEMPORARY_DATABASE("The URL %s names a database that is gone when the goal ends, so nothing would remain. "
            + "Name a file: jdbc:sqlite:app.db."),
    UNSUPPORTED_SQLITE_PATH(
            "The URL %s does not name its file by a plain path. Write the path itself: jdbc:sqlite:path/to/file.db."),
    MISSING_FOLDER("The folder of database %s does not exist: %s. Create it, or correct mhc.url or mhc.database."),
    NOT_A_FILE("Database %s is a folder. Name a file in mhc.url or mhc.database."),
    MISSING_DATABASE("Database %s does not exist, and mhc:%s never creates one. "
            + "Correct mhc.url or mhc.database, or run mhc:apply, which does."),
    MISSING_DRIVER("No JDBC driver on the run-time class path of %s accepts %s. Add it to the dependencies:%n"
            + "  <dependency>%n"
            + "    <groupId>%s</groupId>%n"
            + "    <artifactId>%s</artifactId>%n"
            + "    <version>...</version>%n"
            + "    <scope>runtime</scope>%n"
            + "  </dependency>"),
    DIFFERENT_API("%s uses mhc-migrations-api %s, and mhc-maven-plugin is %s. Give both the same version.%n"
            + "  class path  dev.mhc:mhc-migrations-api:%s%n"
            + "  plugin      dev.mhc:mhc-maven-plugin:%s"),
    NO_REGISTRY("No registry of migrations is on the run-time class path of %s%s. The annotation processor writes it; "
            + "JDK 23 and newer ignore, without a word, a processor that is only a dependency. "
            + "Name it in pom.xml:%n%s%n"
            + "If there is no migration yet, make one: mvn mhc:create -Dname=create_users"),
    INCOMPLETE_REGISTRY("The registry of module %s lacks %s, compiled in %s. "
            + "A part of the sources was compiled without the annotation processor. Run: mvn clean process-classes"),
    UNREGISTERED_MIGRATION("No registry lists %s, compiled in %s. "
            + "A part of the sources was compiled without the annotation processor, which pom.xml must name:%n%s"),
    STALE_REGISTRY("The registry of module %s lists %s, which is not in %s. Run: mvn clean process-classes"),
    MISSING_ENTITY(
            "The entity schema lacks %s, compiled in %s. A part of the sources was compiled without the annotation "
                    + "processor. Run: mvn clean process-classes"),
    NO_ENTITY_SCHEMA(
            "No entity schema is on the run-time class path of %s, so there is nothing to compare the database with. "
                    + "The annotation processor writes it from classes with @jakarta.persistence.Entity; "
                    + "JDK 23 and newer ignore, without a word, a processor that is only a dependency. "
                    + "Name it in pom.xml:%n%s"),
    UNREADABLE_CLASSES("The classes of %s do not fit together: %s. Run: mvn clean process-classes"),
    UNREADABLE_FILE("%s cannot be read: %s."),
    BAD_VERSION("%s is \"%s\", which is no version. "
            + "Expected digits such as 20250601180102 or 2025_06_01_180102, as mhc:status shows them."),
    MISSING_TARGET("mhc:baseline needs the last version that the database contains: mvn mhc:baseline"
            + " -Dmhc.target=VERSION. mhc:status lists the versions."),
    MISSING_VERSION("mhc:repair needs the version of the migration that changed: mvn mhc:repair -Dmhc.version=VERSION"
            + " -Dmhc.reason=\"why the change is right\". mhc:status shows which changed."),
    MISSING_REASON("mhc:repair needs a reason, which the history keeps: mvn mhc:repair -Dmhc.version=%s"
            + " -Dmhc.reason=\"why the change is right\""),
    MISSING_MODULE("%s compiles no migrations of its own, so mhc:%s must be told whose are meant: -Dmhc.module=NAME."),
    BAD_CHOICE("%s is \"%s\". Expected one of %s."),
    BAD_STEPS("mhc.steps is %d. Expected 1 or more."),
    STEPS_AND_TARGET("mhc.steps and mhc.target exclude each other. Give the number of migrations or the version."),
    NOT_DECLARED("No module of this build declares the plugin, so mhc:%s has nowhere to act. "
            + "Declare it in the <plugins> of the module that has the migrations:%n"
            + "  <plugin>%n"
            + "    <groupId>dev.mhc</groupId>%n"
            + "    <artifactId>mhc-maven-plugin</artifactId>%n"
            + "    <version>%s</version>%n"
            + "  </plugin>"),
    MANY_MODULES("mhc:create makes one migration, and %d modules of this build declare the plugin: %s. "
            + "Name the one that it is for: mvn mhc:create -pl %s -Dname=%s"),
    MISSING_NAME("No name is given. Say what the migration does: mvn mhc:create -Dname=add_email_to_users"),
    BAD_NAME("The name %s %s. Use at most 100 letters a-z, digits, blanks, \"_\" and \"-\", "
            + "as in -Dname=add_email_to_users."),
    BAD_DESCRIPTION("The description %s. Use 1 to 200 characters without line breaks or other control characters."),
    NO_LATER_VERSION("No version is later than %d. Renumber that migration before others are created."),
    OUTSIDE_SOURCE_ROOT("Package %s would be written to %s, outside of the source folder %s. Nothing was written."),
    FILE_EXISTS("%s exists and is never overwritten. Nothing was written."),
    NOT_WRITABLE("%s cannot be written: %s. Nothing was created."),
    NO_BACKUP("There is no backup of database %s; its backups are named %s. "
            + "Name the file: mvn mhc:restore -Dmhc.backup.file=path/to/file.backup"),
    MISSING_BACKUP("There is no backup %s, neither as %s nor as %s.%s"),
    MISSING_TOOL("PostgreSQL is backed up and restored by its own tools, and %s cannot be run %s: %s.%n"
            + "Install the tools of PostgreSQL's client, or name their folder: -Dmhc.pgBin=path/to/bin"),
    OLD_TOOL("The server is PostgreSQL %s, and %s is of version %s, which refuses newer servers.%n"
            + "Install the tools of version %s or newer, or name their folder: -Dmhc.pgBin=path/to/bin"),
    URL_NOT_FOR_TOOLS("The URL %s %s, which pg_dump and pg_restore cannot be told.%n"
            + "Name one server by host and port for a backup: jdbc:postgresql://host:5432/database"),
    BACKUP_FAILED("The database %s could not be backed up: %s%n"
            + "Nothing was run. See that the user may read all of it and that the folder %s can be written. A run goes"
            + " without a backup with -Dmhc.backup=false."),
    UNREADABLE_BACKUP("%s is no backup that can be restored: %s%nThe database %s was left as it is."),
    RESTORE_FAILED("The database %s was not restored: %s%nIt is as it was.%s"),
    UNWRITABLE_REPORT("The report %s cannot be written: %s. Correct mhc.report.folder, or run without mhc.report."),
    SCHEMA_DIFFERS("Database %s differs from the entities in %s; mhc.failOn is %s. The table above names each place.");

    private final String text;

    GoalError(String text) {
        this.text = text;
    }

    /** The stable code that opens the message, for example {@code MissingUrl}. */
    String label() {
        StringBuilder label = new StringBuilder();
        for (String word : name().split("_", -1)) {
            label.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return label.toString();
    }

    /** Makes the exception for a mistake in the configuration; {@code arguments} fill the text in order. */
    MojoExecutionException with(Object... arguments) {
        return new MojoExecutionException(message(arguments));
    }

    /** Like {@link #with}, for a mistake that something else brought to light. */
    MojoExecutionException causedBy(Throwable cause, Object... arguments) {
        return new MojoExecutionException(message(arguments), cause);
    }

    /** Makes the exception for a build that did all it was asked to and found a difference. */
    MojoFailureException failure(Object... arguments) {
        return new MojoFailureException(message(arguments));
    }

    private String message(Object... arguments) {
        return "[" + label() + "] "
                + String.format(Locale.ROOT, text, arguments).replace("\r\n", "\n");
    }
}
