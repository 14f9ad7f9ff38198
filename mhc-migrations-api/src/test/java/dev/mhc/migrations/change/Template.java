package dev.mhc.migrations.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with places for names: {@code ⟨3⟩} is the column of that number, {@code ⟨t⟩} the table, {@code ⟨=x⟩} the name x;
 * {@code ~} is white space.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("⟨([^⟩]*)⟩|~");

    private Template() {}

    static String column(int id) {
        return "⟨" + id + "⟩";
    }

    static String name(String name) {
        return "⟨=" + name + "⟩";
    }

    /** The SQL for a table as it is called now. */
    static String render(String template, TableModel table, Spelling spelling) {
        Matcher place = PLACE.matcher(template);
        StringBuilder sql = new StringBuilder();
        while (place.find()) {
            String what = place.group(1);
            String text;
            if (what == null) {
                text = spelling.blank();
            } else if (what.equals("t")) {
                text = spelling.name(table.name);
            } else if (what.startsWith("=")) {
                text = spelling.name(what.substring(1));
            } else {
                text = spelling.name(table.column(Integer.parseInt(what)).name);
            }
            place.appendReplacement(sql, Matcher.quoteReplacement(text));
        }
        return place.appendTail(sql).toString();
    }
}
