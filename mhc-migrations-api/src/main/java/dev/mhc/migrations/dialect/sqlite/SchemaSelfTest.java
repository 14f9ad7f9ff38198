package dev.mhc.migrations.dialect.sqlite;

import static dev.mhc.migrations.dialect.SqlWriter.identifier;

import dev.mhc.migrations.dialect.SqlWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds views and triggers that do not work, which {@code integrity_check} does not look at. Renaming any table makes
 * SQLite read the whole schema; but neither does that look at the columns that an INSERT in a trigger names, nor does it
 * get beyond something that needs a function of the application's own. So statements are compiled too, and not run.
 */
final class SchemaSelfTest {

    static final String TABLE = "mhc_self_test";
    static final String RENAMED = "mhc_self_tested";

    private static final Pattern BROKEN =
            Pattern.compile("error in (view|trigger|table|index) (.+?)(?: after rename)?: (.*?)\\)?", Pattern.DOTALL);

    private final Connection connection;

    /**
     * What does not work.
     *
     * @param object its kind and name, or those of all that it may be
     * @param why what SQLite says
     */
    record Broken(String object, String why) {}

    private record TriggerRow(String name, String table, String sql) {

        String event() {
            List<Token> tokens = Token.read(sql);
            return tokens.stream()
                    .skip(3)
                    .map(token -> token.is("INSERT") || token.is("UPDATE") || token.is("DELETE") ? token.text() : "")
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("")
                    .toUpperCase(Locale.ROOT);
        }

        boolean mentions(String other) {
            return Token.read(sql).stream().anyMatch(token -> token.names(other));
        }
    }

    SchemaSelfTest(Connection connection) {
        this.connection = connection;
    }

    /**
     * The first view or trigger that does not work. Whether what needs a function, collation or module that is not here
     * would work is not known, so it counts as working.
     *
     * @param table the statements of triggers that mention it are looked at most closely
     */
    Optional<Broken> firstBroken(String table) throws SQLException {
        Optional<SQLException> failure = rename();
        if (failure.isPresent() && !SqliteFailures.isMissingExtension(failure.get())) {
            return Optional.of(broken(failure.get()));
        }
        boolean all = failure.isPresent();
        Optional<Broken> view = all ? firstBrokenView() : Optional.empty();
        return view.isPresent() ? view : firstBrokenTrigger(table, all);
    }

    private Optional<SQLException> rename() throws SQLException {
        SqliteQuery.execute(connection, "CREATE TABLE main." + TABLE + " (x)");
        Optional<SQLException> failure = failureOf("ALTER TABLE main." + TABLE + " RENAME TO " + RENAMED);
        SqliteQuery.execute(connection, "DROP TABLE main." + (failure.isPresent() ? TABLE : RENAMED));
        return failure;
    }

    private static Broken broken(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher matcher = BROKEN.matcher(message);
        if (!matcher.find()) {
            return new Broken("something in the schema", message);
        }
        return new Broken(
                matcher.group(1) + " " + matcher.group(2),
                message.substring(matcher.start(3)).replaceFirst("\\)$", ""));
    }

    private Optional<Broken> firstBrokenView() throws SQLException {
        for (String view : SqliteQuery.texts(connection, "SELECT name FROM main.sqlite_schema WHERE type = 'view'")) {
            Optional<SQLException> failure = failureOf("EXPLAIN SELECT * FROM main." + identifier(view))
                    .filter(it -> !SqliteFailures.isMissingExtension(it));
            if (failure.isPresent()) {
                return Optional.of(
                        new Broken("view " + view, String.valueOf(failure.get().getMessage())));
            }
        }
        return Optional.empty();
    }

    /** SQLite does not say which of the triggers that a statement fires is the one that does not work. */
    private Optional<Broken> firstBrokenTrigger(String table, boolean all) throws SQLException {
        Map<String, List<TriggerRow>> byStatement = new LinkedHashMap<>();
        for (TriggerRow trigger : triggers()) {
            if (all || trigger.mentions(table)) {
                byStatement
                        .computeIfAbsent(firing(trigger), statement -> new ArrayList<>())
                        .add(trigger);
            }
        }
        for (Map.Entry<String, List<TriggerRow>> entry : byStatement.entrySet()) {
            Optional<SQLException> failure =
                    failureOf("EXPLAIN " + entry.getKey()).filter(it -> !SqliteFailures.isMissingExtension(it));
            if (failure.isPresent()) {
                return Optional.of(new Broken(
                        "trigger "
                                + entry.getValue().stream()
                                        .map(TriggerRow::name)
                                        .collect(Collectors.joining(" or ")),
                        String.valueOf(failure.get().getMessage())));
            }
        }
        return Optional.empty();
    }

    private List<TriggerRow> triggers() throws SQLException {
        List<TriggerRow> triggers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, tbl_name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY rowid")) {
            while (rows.next()) {
                triggers.add(new TriggerRow(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return triggers;
    }

    /** A statement that fires the trigger. */
    private String firing(TriggerRow trigger) throws SQLException {
        String table = "main." + identifier(trigger.table());
        return switch (trigger.event()) {
            case "INSERT" -> "INSERT INTO " + table + " DEFAULT VALUES";
            case "DELETE" -> "DELETE FROM " + table;
            default ->
                "UPDATE " + table + " SET "
                        + SqliteQuery.texts(
                                        connection,
                                        "SELECT name FROM pragma_table_xinfo(" + SqlWriter.literal(trigger.table())
                                                + ", 'main') WHERE hidden = 0")
                                .stream()
                                .map(column -> identifier(column) + " = " + identifier(column))
                                .collect(Collectors.joining(", "));
        };
    }

    /** What SQLite has against a statement; what fails for another reason, a full disk say, fails here. */
    private Optional<SQLException> failureOf(String sql) throws SQLException {
        try {
            SqliteQuery.execute(connection, sql);
            return Optional.empty();
        } catch (SQLException failure) {
            if (!SqliteFailures.isOfStatement(failure)) {
                throw failure;
            }
            return Optional.of(failure);
        }
    }
}
