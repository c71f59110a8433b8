package io.redress.analytics.domain.exposure;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a public case came from: the channels of complaints, and one name for all that are none of these. */
public enum Source {
    WEB,
    EMAIL,
    PHONE,
    CHAT,
    APP,
    STORE,
    SOCIAL,
    OTHER;

    static Source of(@Nullable String channel) {
        return Arrays.stream(values())
                .filter(it -> it.wireName().equals(channel))
                .findFirst()
                .orElse(OTHER);
    }

    /** As it is written in metrics and answers. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
