package dev.mhc.migrations.schema;

/**
 * A schema as a text that people can read and that is cheap to read for a program. Generated classes carry it.
 *
 * <pre>
 * table users
 *   id bigint not null identity
 *   email varchar(255) not null default "'nobody'"
 *   org_id bigint
 *   primary key (id)
 *   foreign key (org_id) references orgs (id) on delete cascade
 *   unique named one_email (email)
 *
 * sequence user_seq increment 50
 * </pre>
 *
 * <p>Each line is one statement; indentation and empty lines mean nothing. A name of ASCII letters, digits and underscores
 * stands as it is. Anything else is quoted, with a backslash before a quote, a backslash, n, r, t, and u with four
 * hexadecimal digits.
 */
public final class SchemaText {

    private SchemaText() {}

    /** The lines of a table, each ended; all of it but {@link Table#definition}. */
    public static String write(Table table) {
        return new SchemaTextWriter().table(table).toString();
    }

    /** The line of a sequence, ended. */
    public static String write(Sequence sequence) {
        return new SchemaTextWriter().sequence(sequence).toString();
    }

    /**
     * The schema that a text states, with its tables and sequences in the order of the text.
     *
     * @param parts one after the other; the text may be parted anywhere
     * @throws dev.mhc.migrations.error.MigrationException naming the line that cannot be read
     */
    public static Schema read(String... parts) {
        return new SchemaTextReader(String.join("", parts)).schema();
    }
}
