package io.redress.intake.domain.email;

import org.jspecify.annotations.Nullable;

/**
 * The envelope of a complaint that came as an e-mail; the words are the complaint's text.
 *
 * @param from the sender as the message named it
 * @param messageId the message's own id, where it is known
 */
public record Email(
        String from, @Nullable String subject, @Nullable String messageId) {}
