package dev.mhc.migrations.maven;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * What a restore leaves as it is: extensions, and what belongs to somebody else.
 *
 * @param entries as the list of a backup names it
 * @param ofOthers what of it a user should know, in words
 */
record KeptObjects(List<String> entries, List<String> ofOthers) {

    private static final String QUERY = Script.of("kept-objects.sql");

    KeptObjects {
        entries = List.copyOf(entries);
        ofOthers = List.copyOf(ofOthers);
    }

    /** Asks the database as the user who will restore. */
    static KeptObjects of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL search_path = ''");
            List<String> entries = new ArrayList<>();
            TreeSet<String> ofOthers = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery(QUERY)) {
                while (rows.next()) {
                    entries.add(rows.getString(1));
                    String told = rows.getString(2);
                    if (told != null) {
                        ofOthers.add(told);
                    }
                }
            }
            connection.rollback();
            return new KeptObjects(entries, List.copyOf(ofOthers));
        }
    }
}
