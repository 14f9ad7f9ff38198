package dev.mhc.migrations.processor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The checksum of a migration: SHA-256 over its tokens. It is kept in the history of databases, so it must never differ
 * for the same source, whichever compiler reads it and however it is laid out.
 */
final class TokenChecksum {

    private final MessageDigest digest;

    private TokenChecksum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** 64 hexadecimal digits. */
    static String of(MigrationSource source) {
        TokenChecksum checksum = new TokenChecksum();
        checksum.add('p', source.packageName());
        for (ImportDeclaration imported : source.imports()) {
            checksum.add('i', imported.text());
        }
        for (Token token : source.tokens()) {
            checksum.add(token.kind().code(), token.text());
        }
        return HexFormat.of().formatHex(checksum.digest.digest());
    }

    /** Kind, length, text: no two lists of tokens give the same bytes. */
    private void add(char kind, String text) {
        byte[] bytes = new byte[6 + 2 * text.length()];
        put(bytes, 0, kind);
        put(bytes, 2, (char) (text.length() >>> 16));
        put(bytes, 4, (char) text.length());
        for (int i = 0; i < text.length(); i++) {
            put(bytes, 6 + 2 * i, text.charAt(i));
        }
        digest.update(bytes);
    }

    private static void put(byte[] bytes, int index, char value) {
        bytes[index] = (byte) (value >>> 8);
        bytes[index + 1] = (byte) value;
    }
}
