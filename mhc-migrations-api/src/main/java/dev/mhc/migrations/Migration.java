package dev.mhc.migrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as a migration. The annotation processor collects all of them into one ordered registry and reports
 * each broken rule at the place where it is broken:
 *
 * <ul>
 *   <li>the class is public, concrete, and top-level or static inside public classes;
 *   <li>it has a public constructor without parameters that declares no checked exception;
 *   <li>it implements exactly one of {@link ReversibleMigration} and {@link IrreversibleMigration};
 *   <li>an irreversible one says why in {@link #irreversible}, a reversible one does not;
 *   <li>its version is positive, a real UTC time if it has 14 digits, and used by no other migration of the module;
 *   <li>its description has 1 to 200 characters, none of them a control character.
 * </ul>
 *
 * <pre>{@code
 * @Migration(version = 2025_06_01_180102L, description = "Add is_verified to users")
 * public final class M20250601180102AddIsVerifiedToUsers implements ReversibleMigration {
 *     public void up(SchemaEditor schema) {
 *         schema.alterTable("users", t -> t.addColumn("is_verified", bool()).notNull().defaultValue(false));
 *     }
 *     public void down(SchemaEditor schema) {
 *         schema.alterTable("users", t -> t.dropColumn("is_verified"));
 *     }
 * }
 * }</pre>
 *
 * <p>The annotation is kept in class files, so that a build can compare them with the registry; it is not read when
 * migrations run.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Migration {

    /** The place in the order, normally the UTC time of its creation: {@code 2025_06_01_180102L}. */
    long version();

    /** What it does, for people: it stands in the history and in every report. May change after it was applied. */
    String description();

    /** Why it cannot be undone; required by {@link IrreversibleMigration}, and by it alone. */
    String irreversible() default "";
}
