package dev.mhc.migrations.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a backup has, as {@code pg_restore --list} writes it, and which of it is restored. */
record BackupEntries(List<String> lines) {

    /** The number of an entry, and the row of its object; then what it is of. */
    private static final Pattern ENTRY = Pattern.compile("\\d+; \\d+ \\d+ (.*)");

    private static final Pattern PUBLISHED = Pattern.compile("PUBLICATION TABLE(?:S IN SCHEMA)? .*");

    BackupEntries {
        lines = List.copyOf(lines);
    }

    /** Names may be in any encoding; read like this, none is lost. */
    static BackupEntries read(Path list) throws IOException {
        return new BackupEntries(Files.readAllLines(list, StandardCharsets.ISO_8859_1));
    }

    void write(Path list) throws IOException {
        Files.write(list, lines, StandardCharsets.ISO_8859_1);
    }

    /** All but those that the database has and keeps. */
    BackupEntries without(KeptObjects kept) {
        List<String> left = new ArrayList<>();
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches() || kept.entries().stream().noneMatch(it -> isOf(entry.group(1), it))) {
                left.add(line);
            }
        }
        return new BackupEntries(left);
    }

    private static boolean isOf(String entry, String kept) {
        String read = new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String publication = "PUBLICATION - ";
        return (entry + " ").startsWith(read + " ")
                || (read.startsWith(publication)
                        && PUBLISHED.matcher(entry).matches()
                        && entry.contains(" " + read.substring(publication.length()) + " "));
    }
}
