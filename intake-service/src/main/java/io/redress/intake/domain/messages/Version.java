package io.redress.intake.domain.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the exact content of a file of texts. */
final class Version {
    private static final int SHOWN_BYTES = 6;

    private Version() {}

    /** The file's name and the beginning of the SHA-256 of its content, for example {@code it-informal-4be0c1d22f90}. */
    static String of(String name, String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return name + "-" + HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
