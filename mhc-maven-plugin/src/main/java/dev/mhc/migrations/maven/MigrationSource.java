package dev.mhc.migrations.maven;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a source file says of a migration. Read without a compiler, since it must work while the project does
 * not compile.
 *
 * @param packageName where the class lives, empty for the unnamed package
 * @param version its version
 */
record MigrationSource(String packageName, long version) {

    private static final Pattern PACKAGE = Pattern.compile("\\bpackage\\s+([\\w.\\s]+);");
    private static final Pattern IMPORT =
            Pattern.compile("\\bimport\\s+dev\\.mhc\\.migrations\\.(?:Migration|\\*)\\s*;");
    private static final Pattern ANNOTATION = Pattern.compile(
            "@(dev\\.mhc\\.migrations\\.)?Migration\\s*\\([^)]*?\\bversion\\s*=\\s*([0-9][0-9_]*)[lL]?");

    /** Reads a source file; empty if it has no migration whose version is a plain number. */
    static Optional<MigrationSource> read(String source) {
        if (!source.contains("Migration")) {
            return Optional.empty();
        }
        String code = withoutCommentsAndStrings(source);
        boolean imported = IMPORT.matcher(code).find();
        Matcher annotation = ANNOTATION.matcher(code);
        Optional<MigrationSource> last = Optional.empty();
        while (annotation.find()) {
            if (!imported && annotation.group(1) == null) {
                continue;
            }
            Optional<Long> version = number(annotation.group(2));
            if (version.isPresent() && last.map(MigrationSource::version).orElse(-1L) < version.get()) {
                last = Optional.of(new MigrationSource(packageOf(code), version.get()));
            }
        }
        return last;
    }

    private static Optional<Long> number(String digits) {
        try {
            return Optional.of(Long.parseLong(digits.replace("_", "")));
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }

    private static String packageOf(String code) {
        Matcher matcher = PACKAGE.matcher(code);
        return matcher.find() ? matcher.group(1).replaceAll("\\s", "") : "";
    }

    /** The code with a blank in place of each comment and each string, so that neither is taken for code. */
    private static String withoutCommentsAndStrings(String source) {
        StringBuilder code = new StringBuilder(source.length());
        int at = 0;
        while (at < source.length()) {
            int end = endOfTextAt(source, at);
            if (end > at) {
                code.append(' ');
                at = end;
            } else {
                code.append(source.charAt(at++));
            }
        }
        return code.toString();
    }

    /** Where the comment or string that starts at {@code at} ends; {@code at} itself if none does. */
    private static int endOfTextAt(String source, int at) {
        if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            return end < 0 ? source.length() : end;
        }
        if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            return end < 0 ? source.length() : end + 2;
        }
        if (source.startsWith("\"\"\"", at)) {
            return endOfQuoted(source, at + 3, "\"\"\"", false);
        }
        char first = source.charAt(at);
        return first == '"' || first == '\'' ? endOfQuoted(source, at + 1, String.valueOf(first), true) : at;
    }

    private static int endOfQuoted(String source, int from, String quote, boolean oneLine) {
        int at = from;
        while (at < source.length()) {
            if (source.charAt(at) == '\\') {
                at += 2;
            } else if (source.startsWith(quote, at)) {
                return at + quote.length();
            } else if (oneLine && source.charAt(at) == '\n') {
                return at;
            } else {
                at++;
            }
        }
        return source.length();
    }

    /** The package for the first migration of a project, a legal one whatever its group id is. */
    static String packageFor(String groupId) {
        StringBuilder name = new StringBuilder();
        for (String part : groupId.toLowerCase(Locale.ROOT).split("\\.", -1)) {
            String letters = part.replaceAll("[^a-z0-9_]", "_");
            if (letters.isEmpty()) {
                continue;
            }
            boolean legal = javax.lang.model.SourceVersion.isName(letters);
            name.append(legal ? letters : "_" + letters).append('.');
        }
        return name.append("migrations").toString();
    }
}
