package dev.mhc.migrations.change;

import dev.mhc.migrations.change.ChangeCase.Before;
import dev.mhc.migrations.error.ErrorCode;
import dev.mhc.migrations.error.MigrationException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says whether a migration did what it should have done. */
final class Verdict {

    /** What a user can mend. Everything else would be a defect. */
    private static final Set<ErrorCode> REFUSALS = Set.of(
            ErrorCode.PROBE_REFUSED,
            ErrorCode.BAD_DEFINITION,
            ErrorCode.COLUMN_IN_USE,
            ErrorCode.DEPENDENT_OBJECT,
            ErrorCode.REFERENCED_KEY_LOST,
            ErrorCode.REBUILD_ORPHANS,
            ErrorCode.NEW_ORPHANS);

    /** What SQLite itself says clearly enough. */
    private static final List<String> TOLD_BY_SQLITE =
            List.of("UNIQUE constraint failed: index", "table defined as STRICT", "cannot store");

    /** What rows break; that they do must be why there can be no such database. */
    private static final List<String> BROKEN =
            List.of("UNIQUE constraint failed: ", "CHECK constraint failed: ", "datatype mismatch");

    /** SQLite itself fails to rename a whole-number key of a table WITHOUT ROWID that a UNIQUE behind it has, too. */
    private static final List<String> MISTAKES_OF_SQLITE =
            List.of("after rename: no such column", "after rename: expressions prohibited");

    private final ChangePlan plan;
    private final Before before;
    private final Script live;
    private final Script reference;
    private final Spelling spelling;
    private final Optional<String> impossible;

    Verdict(ChangePlan plan, Before before, Script live, Script reference, Spelling spelling) {
        this.plan = plan;
        this.before = before;
        this.live = live;
        this.reference = reference;
        this.spelling = spelling;
        this.impossible = build();
    }

    /** Why there can be no such database. */
    private Optional<String> build() {
        try {
            List<String> order = live.rows("SELECT lower(name) FROM sqlite_schema WHERE type = 'table' ORDER BY rowid");
            new Reference(plan, reference).create(order, before.children, before.sequence);
        } catch (SQLException | IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        List<String> orphans = new ArrayList<>(Content.orphans(reference, plan.table()));
        before.orphans.forEach(it -> orphans.remove(renamed(it)));
        return orphans.isEmpty() ? Optional.empty() : Optional.of("new " + orphans);
    }

    private String renamed(String orphan) {
        return plan.newName.isEmpty()
                ? orphan
                : orphan.replaceAll(
                        "(orphan|of) " + Pattern.quote(before.table().toLowerCase(Locale.ROOT)) + "( |$)",
                        "$1 " + Matcher.quoteReplacement(plan.newName.get().toLowerCase(Locale.ROOT)) + "$2");
    }

    static void same(String what, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            List<String> missing = new ArrayList<>(expected);
            found.forEach(missing::remove);
            List<String> more = new ArrayList<>(found);
            expected.forEach(more::remove);
            throw new AssertionError(
                    what + " differ:\n  - " + String.join("\n  - ", missing) + "\n  + " + String.join("\n  + ", more));
        }
    }

    /** Nothing changed, and the reason is one. */
    String refused(MigrationException refusal) throws SQLException {
        ErrorCode code = refusal.getCause() instanceof MigrationException inner ? inner.code() : refusal.code();
        String message = String.valueOf(refusal.getMessage());
        same("what a refused migration left (" + message + ")", before.exact, Content.exact(live));
        boolean told = TOLD_BY_SQLITE.stream().anyMatch(message::contains)
                || BROKEN.stream()
                        .anyMatch(it ->
                                message.contains(it) && impossible.orElse("").contains(it));
        told |= message.contains("FOREIGN KEY constraint failed")
                && impossible.orElse("").startsWith("new [orphan");
        if (isMistakeOfSqlite(refusal)) {
            return "refused: by a mistake of SQLite";
        }
        if (!REFUSALS.contains(code) && !told) {
            throw new AssertionError("refused for no reason that a user could mend (could it be done: "
                    + impossible.orElse("yes") + "): " + message);
        }
        boolean orphans = plan.kinds.contains("add foreign key") && !before.orphans.isEmpty();
        boolean ambiguous = plan.renamesColumn && message.contains("has a query that may mention it");
        if (impossible.isEmpty() && plan.reasons.isEmpty() && !orphans && !ambiguous) {
            throw new AssertionError("refused what can be done: " + message);
        }
        return "refused: " + code.label();
    }

    static boolean isMistakeOfSqlite(MigrationException refusal) {
        String message = String.valueOf(refusal.getMessage());
        return MISTAKES_OF_SQLITE.stream().anyMatch(message::contains);
    }

    void accepted() throws SQLException {
        impossible.ifPresent(why -> {
            throw new AssertionError("accepted what cannot be: " + why);
        });
        lossless();
        same("shapes", Content.shape(reference), Content.shape(live));
        same("rows", Content.rows(reference), Content.rows(live));
        untouched();
        comments();
    }

    private void lossless() throws SQLException {
        for (Map.Entry<Integer, List<String>> column : plan.converted.entrySet()) {
            List<String> found = new OldRows(reference, plan.table()).values.getOrDefault(column.getKey(), List.of());
            for (String value : column.getValue()) {
                boolean kept = value.equals("NULL") || found.stream().anyMatch(it -> NewType.isSame(value, it));
                if (!kept) {
                    throw new AssertionError(value + " was changed in column "
                            + plan.table().column(column.getKey()).name + ": " + found);
                }
            }
        }
    }

    /** Where nothing was renamed, no other text may change. */
    private void untouched() throws SQLException {
        List<List<String>> now =
                live.table("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
        boolean renames = plan.renamesColumn || plan.newName.isPresent();
        for (List<String> object : before.objects) {
            boolean itself = object.get(0).equals("table") && object.get(1).equalsIgnoreCase(before.table());
            boolean bystander =
                    object.toString().contains("by stander") && !object.get(3).contains("count(");
            boolean own = object.get(1).startsWith("mhc_") || object.get(1).equals("sqlite_sequence");
            if (!itself
                    && !own
                    && (!renames || bystander)
                    && !now.contains(object)
                    && !object.get(1).matches("tr.?\\d")) {
                throw new AssertionError("the text of " + object + " changed");
            }
        }
    }

    private void comments() throws SQLException {
        String sql = live.rows("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '"
                        + plan.table().name.replace("'", "''") + "' COLLATE NOCASE")
                .get(0);
        spelling.comments.forEach((comment, part) -> {
            boolean gone = false;
            for (String piece : part.split(">", -1)) {
                gone |= plan.touched.contains(piece)
                        || ((piece.startsWith("constraint") || piece.equals("tail"))
                                && plan.touched.contains("constraint"));
            }
            if (!gone && before.createTable().contains(comment) && !sql.contains(comment)) {
                throw new AssertionError("comment " + comment + " of " + part + " is gone: " + sql);
            }
        });
    }

    void behaves(List<String> statements) throws SQLException {
        same("answers", Behaviour.of(reference, statements), Behaviour.of(live, statements));
    }
}
