package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said to the customer.
 *
 * @param text with a place such as {@code {claim:delivery.date}} for every fact
 * @param department for whom; absent where the caller speaks for one only
 */
record StatementBody(
        @Nullable String channel,
        @Nullable String text,
        @Nullable String department) implements Checked {
    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(StatementBody::word).toList();

    @Override
    public void check(Checks checks) {
        checks.required("/channel", channel)
                .oneOf("/channel", channel, CHANNELS)
                .required("/text", text)
                .length("/text", text, 1, Limits.NOTE);
    }

    Channel through() {
        return Channel.values()[CHANNELS.indexOf(requireNonNull(channel))];
    }

    /** As callers write a channel. */
    static String word(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
