package dev.mhc.coach;

import java.nio.file.Path;

/** Shows people where a database is: a file by its absolute path, a server by its address without credentials. */
final class DatabaseLocation {

    private static final String FILE = "jdbc:sqlite:";

    private DatabaseLocation() {}

    static String of(String url) {
        String address = withoutUser(url.split("[?;]", 2)[0]);
        return address.startsWith(FILE)
                ? Path.of(address.substring(FILE.length()))
                        .toAbsolutePath()
                        .normalize()
                        .toString()
                : address;
    }

    private static String withoutUser(String address) {
        return address.replaceFirst("//[^/]*@", "//");
    }
}
