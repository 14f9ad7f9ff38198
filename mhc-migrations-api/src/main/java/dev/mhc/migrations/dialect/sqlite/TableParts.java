package dev.mhc.migrations.dialect.sqlite;

import java.util.List;
import java.util.Optional;

/**
 * The stored text of a {@code CREATE TABLE} with the place of each of its parts.
 *
 * @param sql the text
 * @param items columns and constraints of the table, in the order of the text
 * @param close where the parenthesis stands that ends the items
 * @param withoutRowid whether the table's key is its only key
 * @param strict whether the table takes only values of the declared types
 */
record TableParts(String sql, List<Item> items, int close, boolean withoutRowid, boolean strict) {

    private static final List<String> ROWID_NAMES = List.of("rowid", "_rowid_", "oid");

    /** What a clause says. */
    enum Kind {
        TYPE,
        PRIMARY_KEY,
        NOT_NULL,
        NULL,
        UNIQUE,
        CHECK,
        DEFAULT,
        COLLATE,
        FOREIGN_KEY,
        COMPUTED
    }

    /**
     * A column, or constraints of the table that no comma divides.
     *
     * @param column the name of the column; empty for constraints of the table
     * @param nameEnd where the column's name ends; where the item begins for constraints
     */
    record Item(Optional<String> column, List<Clause> clauses, int start, int nameEnd, int end) {

        boolean isColumn(String name) {
            return column.filter(it -> TableState.same(it, name)).isPresent();
        }

        Optional<Clause> first(Kind kind) {
            return clauses.stream().filter(clause -> clause.kind() == kind).findFirst();
        }
    }

    /**
     * One clause, with the {@code CONSTRAINT} that names it.
     *
     * @param name the name of the constraint, where it has one
     * @param owner the column that it belongs to; empty if it belongs to the table
     * @param columns the columns that it is about, in order
     * @param text what stands in its parentheses, or the whole type
     * @param table the referenced table of a foreign key
     * @param numbered whether it says AUTOINCREMENT
     * @param deferred whether it is checked at COMMIT
     */
    record Clause(
            Kind kind,
            Optional<String> name,
            Optional<String> owner,
            List<String> columns,
            String text,
            String table,
            boolean numbered,
            boolean deferred,
            int start,
            int end) {

        Clause deferred(boolean value, int newEnd) {
            return new Clause(kind, name, owner, columns, text, table, numbered, value, start, newEnd);
        }

        boolean isNamed(String wanted) {
            return name.filter(it -> TableState.same(it, wanted)).isPresent();
        }

        boolean isAbout(List<String> wanted) {
            return TableState.sameAll(columns, wanted);
        }

        /** Whether these are its columns, in any order. */
        boolean isAboutAllOf(List<String> wanted) {
            return columns.size() == wanted.size()
                    && wanted.stream()
                            .allMatch(name -> columns.stream().anyMatch(column -> TableState.same(column, name)));
        }
    }

    /** Reads a statement; what it does not understand it leaves out. */
    static TableParts read(String createTable) {
        return new TablePartsReader(createTable).read();
    }

    List<Item> columns() {
        return items.stream().filter(item -> item.column().isPresent()).toList();
    }

    List<String> columnNames() {
        return items.stream().flatMap(item -> item.column().stream()).toList();
    }

    Optional<Item> column(String name) {
        return items.stream().filter(item -> item.isColumn(name)).findFirst();
    }

    /** The clauses of one kind, in the order of the text. */
    List<Clause> all(Kind kind) {
        return items.stream()
                .flatMap(item -> item.clauses().stream())
                .filter(clause -> clause.kind() == kind)
                .toList();
    }

    List<String> primaryKey() {
        return all(Kind.PRIMARY_KEY).stream().findFirst().map(Clause::columns).orElse(List.of());
    }

    /** The declared type of a column; empty where it declares none. */
    static String type(Item column) {
        return column.first(Kind.TYPE).map(Clause::text).orElse("");
    }

    /**
     * The column that is the rowid under another name.
     *
     * @see <a href="https://www.sqlite.org/lang_createtable.html#rowid">when it is</a>
     */
    Optional<String> rowidAlias() {
        if (withoutRowid) {
            return Optional.empty();
        }
        return all(Kind.PRIMARY_KEY).stream()
                .filter(key -> key.columns().size() == 1)
                // An old mistake that SQLite keeps: with DESC behind the column it is none.
                .filter(key -> key.owner().isEmpty() || !key.text().equals("DESC"))
                .flatMap(key -> column(key.columns().get(0)).stream())
                .filter(column -> type(column).equalsIgnoreCase("INTEGER"))
                .flatMap(column -> column.column().stream())
                .findFirst();
    }

    /** Whether numbers of rows are never given again. */
    boolean numbered() {
        return all(Kind.PRIMARY_KEY).stream().anyMatch(Clause::numbered);
    }

    /** The names of the rowid that no column hides. */
    List<String> rowidNames() {
        return withoutRowid
                ? List.of()
                : ROWID_NAMES.stream().filter(name -> column(name).isEmpty()).toList();
    }

    /** Whether an expression may qualify a column with the name of the table. */
    boolean qualifies(String table) {
        List<Token> tokens = Token.read(sql);
        for (int i = TokenList.firstParenthesis(tokens); i + 1 < tokens.size(); i++) {
            if (tokens.get(i).names(table) && tokens.get(i + 1).isSymbol('.')) {
                return true;
            }
        }
        return false;
    }

    /** Whether both texts declare a column with the same tokens. */
    boolean declaresAs(TableParts other, String name) {
        return column(name).map(this::declaration).equals(other.column(name).map(other::declaration));
    }

    private List<String> declaration(Item item) {
        return Token.read(sql.substring(item.start(), item.end())).stream()
                .map(Token::text)
                .toList();
    }
}
