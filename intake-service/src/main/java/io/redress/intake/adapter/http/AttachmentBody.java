package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Attachment;
import io.redress.contracts.Limits;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reference to something that came along with a complaint. It is checked for its form and never fetched. */
record AttachmentBody(
        @Nullable String name,
        @Nullable String mediaType,
        @Nullable Long size,
        @Nullable String sha256,
        @Nullable String href)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/name", name)
                .length("/name", name, 1, Limits.TITLE)
                .required("/mediaType", mediaType)
                .matches("/mediaType", lower(mediaType), Attachment.MEDIA_TYPE, "a media type such as application/pdf")
                .required("/size", size)
                .range("/size", size, 1, Integer.MAX_VALUE)
                .required("/sha256", sha256)
                .matches("/sha256", lower(sha256), Attachment.SHA_256, "a SHA-256 checksum of 64 hexadecimal digits")
                .required("/href", href)
                .length("/href", href, 1, Limits.ADDRESS)
                .matches("/href", href, Attachment.HREF, "an https address");
    }

    /** The reference; only for a checked body. */
    Attachment attachment() {
        return new Attachment(
                Objects.requireNonNull(name),
                Objects.requireNonNull(lower(mediaType)),
                Objects.requireNonNull(size).intValue(),
                Objects.requireNonNull(lower(sha256)),
                Objects.requireNonNull(href));
    }

    private static @Nullable String lower(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT);
    }
}
