package dev.mhc.migrations.dialect.sqlite;

import dev.mhc.migrations.dialect.sqlite.TableParts.Clause;
import dev.mhc.migrations.dialect.sqlite.TableParts.Item;
import dev.mhc.migrations.dialect.sqlite.TableParts.Kind;
import java.util.List;
import java.util.Optional;

/** Edits the stored text of a {@code CREATE TABLE}. What an edit is not about stays to the letter, comments too. */
final class TableEdits {

    private TableParts parts;

    TableEdits(String createTable) {
        parts = TableParts.read(createTable);
    }

    /** The text as it is by now. */
    TableParts parts() {
        return parts;
    }

    private void become(String sql) {
        parts = TableParts.read(sql);
    }

    private void insert(int at, String text) {
        become(parts.sql().substring(0, at) + text + parts.sql().substring(at));
    }

    /** Takes out a piece, and blanks before it that nobody needs then. */
    private void remove(int start, int end) {
        String sql = parts.sql();
        int from = start;
        while (from > 0 && (sql.charAt(from - 1) == ' ' || sql.charAt(from - 1) == '\t')) {
            from--;
        }
        // A line break may end a comment, so one stays; what touched the piece on both sides must not touch now.
        boolean wholeLine = from > 0 && sql.charAt(from - 1) == '\n' && end < sql.length() && sql.charAt(end) == '\n';
        boolean apart = end >= sql.length() || " \t\r\n,);".indexOf(sql.charAt(end)) >= 0;
        become(sql.substring(0, from) + (apart ? "" : " ") + sql.substring(wholeLine ? end + 1 : end));
    }

    private Item column(String name) {
        return parts.column(name).orElseThrow(() -> new IllegalStateException("No column " + name));
    }

    void addColumn(String definition) {
        Optional<Item> constraint =
                parts.items().stream().filter(item -> item.column().isEmpty()).findFirst();
        if (constraint.isPresent()) {
            int start = constraint.get().start();
            insert(start, definition + "," + blanksBefore(start));
        } else {
            append(definition);
        }
    }

    void addConstraint(String definition) {
        append(definition);
    }

    /** Behind the last item; a comment at its end stays with it. */
    private void append(String definition) {
        List<Item> items = parts.items();
        Item last = items.get(items.size() - 1);
        String sql = parts.sql();
        String rest = sql.substring(last.end(), parts.close());
        int lineBreak = rest.lastIndexOf('\n');
        if (lineBreak < 0) {
            insert(last.end(), ", " + definition);
            return;
        }
        String indent = blanksBefore(last.start());
        int at = last.end() + lineBreak;
        boolean ownLine = rest.substring(lineBreak).isBlank();
        become(sql.substring(0, last.end()) + ","
                + (ownLine
                        ? sql.substring(last.end(), at) + indentLine(indent) + definition + sql.substring(at)
                        : rest + definition + sql.substring(parts.close())));
    }

    private static String indentLine(String blanks) {
        return blanks.startsWith("\n") ? blanks : "\n  ";
    }

    /** The line break and the blanks before a place; one blank if something else stands there. */
    private String blanksBefore(int place) {
        String sql = parts.sql();
        int from = place;
        while (from > 0 && (sql.charAt(from - 1) == ' ' || sql.charAt(from - 1) == '\t')) {
            from--;
        }
        boolean ownLine = from > 0 && sql.charAt(from - 1) == '\n';
        return ownLine ? sql.substring(from - 1, place) : " ";
    }

    void dropColumn(String name) {
        removeItem(column(name));
    }

    private void removeItem(Item item) {
        List<Item> items = parts.items();
        int index = items.indexOf(item);
        boolean last = index == items.size() - 1;
        if (last && index > 0) {
            remove(item.start(), item.end());
            removeComma(items.get(index - 1).end(), item.start());
        } else {
            if (!last) {
                removeComma(item.end(), items.get(index + 1).start());
            }
            remove(item.start(), item.end());
        }
    }

    private void removeComma(int from, int to) {
        Token.read(parts.sql()).stream()
                .filter(token -> token.start() >= from && token.end() <= to && token.isSymbol(','))
                .findFirst()
                .ifPresent(comma -> remove(comma.start(), comma.end()));
    }

    void setType(String column, String type) {
        Item item = column(column);
        Optional<Clause> old = item.first(Kind.TYPE);
        String sql = parts.sql();
        if (old.isPresent()) {
            become(sql.substring(0, old.get().start())
                    + type
                    + sql.substring(old.get().end()));
        } else {
            insert(item.nameEnd(), " " + type);
        }
    }

    void setNotNull(String column) {
        column(column).first(Kind.NULL).ifPresent(this::remove);
        Item item = column(column);
        if (item.first(Kind.NOT_NULL).isEmpty()) {
            insert(item.first(Kind.TYPE).map(Clause::end).orElse(item.nameEnd()), " NOT NULL");
        }
    }

    void dropNotNull(String column) {
        removeAll(column, Kind.NOT_NULL);
    }

    void setDefault(String column, Optional<String> value) {
        removeAll(column, Kind.DEFAULT);
        value.ifPresent(sql -> {
            Item item = column(column);
            int at = item.clauses().stream()
                    .filter(clause -> clause.kind() == Kind.TYPE || clause.kind() == Kind.NOT_NULL)
                    .mapToInt(Clause::end)
                    .max()
                    .orElse(item.nameEnd());
            insert(at, " DEFAULT " + sql);
        });
    }

    private void removeAll(String column, Kind kind) {
        for (Optional<Clause> clause = column(column).first(kind);
                clause.isPresent();
                clause = column(column).first(kind)) {
            remove(clause.get());
        }
    }

    /** Puts a constraint behind all that a column says. */
    void addClause(String column, String clause) {
        insert(column(column).end(), " " + clause);
    }

    /** Takes out one clause; what is the only constraint of its item goes with its comma. */
    void remove(Clause clause) {
        Item item = parts.items().stream()
                .filter(it -> it.clauses().contains(clause))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No clause " + clause));
        if (item.column().isEmpty() && item.clauses().size() == 1) {
            removeItem(item);
        } else {
            remove(clause.start(), clause.end());
        }
    }

    /** A key whose column is no whole number any more cannot count up. */
    void dropNumbering() {
        parts.all(Kind.PRIMARY_KEY).stream()
                .filter(Clause::numbered)
                .findFirst()
                .ifPresent(key -> Token.read(parts.sql()).stream()
                        .filter(token ->
                                token.start() >= key.start() && token.end() <= key.end() && token.is("AUTOINCREMENT"))
                        .findFirst()
                        .ifPresent(token -> remove(token.start(), token.end())));
    }
}
