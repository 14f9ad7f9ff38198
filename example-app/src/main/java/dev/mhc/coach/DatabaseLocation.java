package dev.mhc.coach;

import java.nio.file.Path;

/** Shows people where a database is: a file by its absolute path, a server by its address without credentials. */
final class DatabaseLocation {

    private static final String FILE = "jdbc:sqlite:";

    private DatabaseLocation() {}

    static String of(String url) {
        String address = withoutUser(url.split("[?;]", 2)[0]);
        return isFile(url)
                ? Path.of(address.substring(FILE.length()))
                        .toAbsolutePath()
                        .normalize()
                        .toString()
                : address;
    }

    static boolean isFile(String url) {
        return url.startsWith(FILE);
    }

    private static String withoutUser(String address) {
        return address.replaceFirst("//[^/]*@", "//");
    }
}
