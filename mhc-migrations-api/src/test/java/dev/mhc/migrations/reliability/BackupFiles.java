package dev.mhc.migrations.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The backups beside a database.
 *
 * @param made what is in those that the database did not come with
 * @param complaints what is wrong with any of them
 */
record BackupFiles(List<Fingerprint> made, List<String> complaints) {

    private static final String SUFFIX = ".backup";

    /**
     * Opens and judges them: each is complete and holds a state that the database had.
     *
     * @param stage what the database and the backup that it came with are copies of
     */
    static BackupFiles of(Path database, Stage stage) throws SQLException, IOException {
        List<Fingerprint> made = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        Path given = Databases.givenBackup(database);
        for (Path file : Databases.of(database)) {
            if (!file.getFileName().toString().endsWith(SUFFIX)) {
                continue;
            }
            if (file.getFileName().equals(given.getFileName())) {
                if (!Arrays.equals(
                        Files.readAllBytes(file), Files.readAllBytes(Databases.givenBackup(stage.start())))) {
                    complaints.add("the backup that was there has changed");
                }
                continue;
            }
            try (Connection connection = Databases.open(file);
                    Statement statement = connection.createStatement()) {
                if (!Fingerprint.rows(statement, "", "PRAGMA integrity_check").equals(List.of("ok"))) {
                    complaints.add("integrity_check of " + file.getFileName());
                }
                Fingerprint found = Fingerprint.of(statement);
                made.add(found);
                if (!stage.allowed().contains(found)) {
                    complaints.add(file.getFileName() + " is no state of the database:"
                            + stage.allowed().get(0).difference(found));
                }
            } catch (SQLException e) {
                complaints.add(file.getFileName() + ": " + e);
            }
        }
        return new BackupFiles(made, complaints);
    }

    /** Files beside a database that nobody uses which are neither the database nor whole backups. */
    static List<Path> leftovers(Path database) {
        return Databases.of(database).stream()
                .map(Path::getFileName)
                .filter(name ->
                        !name.equals(database.getFileName()) && !name.toString().endsWith(SUFFIX))
                .toList();
    }
}
