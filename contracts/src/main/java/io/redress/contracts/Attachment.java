package io.redress.contracts;

import java.util.regex.Pattern;

/**
 * Something that came along with a complaint, as a reference. It is never fetched; whoever does so later compares what
 * is found with the checksum.
 *
 * @param name the file's name, as the customer knows it
 * @param mediaType for example {@code application/pdf}
 * @param size in bytes, at least 1
 * @param sha256 checksum of the content, 64 hexadecimal digits in lower case
 * @param href where it is kept, an https address
 */
public record Attachment(String name, String mediaType, int size, String sha256, String href) {
    /** What a media type looks like, parameters left out (RFC 6838). */
    public static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}");
    /** What a checksum looks like. */
    public static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    /** What an address looks like: https, a host, and nothing that a person could not see. */
    public static final Pattern HREF =
            Pattern.compile("https://[a-zA-Z0-9][a-zA-Z0-9.-]{0,252}(:[0-9]{1,5})?(/[!-~]*)?");

    public Attachment {
        Bounds.text("the name of an attachment", name, Limits.TITLE);
        fits("a media type such as application/pdf", MEDIA_TYPE, mediaType);
        Bounds.between("the size of an attachment", 1, size, Integer.MAX_VALUE);
        fits("a SHA-256 checksum of 64 hexadecimal digits", SHA_256, sha256);
        Bounds.text("the address of an attachment", href, Limits.ADDRESS);
        fits("an https address", HREF, href);
    }

    private static void fits(String what, Pattern form, String value) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected " + what + ", but got " + Bounds.shown(value));
        }
    }
}
