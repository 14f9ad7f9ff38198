package dev.mhc.migrations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class as a migration. The annotation processor collects all of them into one ordered registry and reports
 * each broken rule under its code, at the place where it is broken:
 *
 * <ul>
 *   <li>{@code NotAClass}: it is on a class; not on an interface, enum, record or annotation.
 *   <li>{@code NotPublic}: the class is public, and so is each class around it.
 *   <li>{@code AbstractClass}: the class is not abstract.
 *   <li>{@code InnerClass}: the class is top-level or static.
 *   <li>{@code GenericClass}: the class has no type parameters.
 *   <li>{@code NoConstructor}: it has a public constructor without parameters.
 *   <li>{@code ConstructorThrows}: that constructor declares no checked exception.
 *   <li>{@code NoDirection}: it implements {@link ReversibleMigration} or {@link IrreversibleMigration}.
 *   <li>{@code BothDirections}: it does not implement both.
 *   <li>{@code ReasonMissing}: an irreversible one says why in {@link #irreversible}.
 *   <li>{@code ReasonUnwanted}: a reversible one does not.
 *   <li>{@code VersionNotPositive}: its version is positive.
 *   <li>{@code VersionNoTime}: a version of 14 digits is a real UTC time, from the year 1970 on.
 *   <li>{@code DuplicateVersion}: no other migration of the module has its version.
 *   <li>{@code DescriptionBlank}: its description says something.
 *   <li>{@code DescriptionLength}: its description has at most 200 characters.
 *   <li>{@code DescriptionCharacter}: its description has no control character.
 *   <li>{@code LateMigration}: it is there when the registry is written, which is in the first round of annotation
 *       processing that has migrations.
 *   <li>{@code UnreadableSource}: its source can be read, for the checksum.
 *   <li>{@code UncoveredUse}: it uses no other class of the same compile, which the checksum would not cover. This one is
 *       a note and fails nothing.
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

    /**
     * Whether it runs in one transaction, which is the rule: it is there as a whole or not at all. With {@code false}
     * each operation commits by itself, for what cannot share a transaction: {@code CREATE INDEX CONCURRENTLY} and {@code
     * VACUUM}, a constraint that is added {@code NOT VALID} and validated later, the use of a new value of an enum.
     *
     * <p>The history says which operations are done. Where one fails, those before it stay, the migration is half applied
     * until it is finished, and the next run goes on with the one that failed. What is done must stay in the class as it is;
     * what is not done yet may be edited, and that is how a failing operation is mended.
     */
    boolean transactional() default true;
}
