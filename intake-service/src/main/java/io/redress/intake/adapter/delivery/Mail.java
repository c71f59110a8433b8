package io.redress.intake.adapter.delivery;

import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A message as plain-text mail in UTF-8, with the same Message-ID whenever it is written. */
final class Mail extends MimeMessage {
    private final InternetAddress recipient;
    private final String messageId;

    /** @param host what stands behind the {@code @} of the Message-ID */
    Mail(Session session, CustomerMessageComposed from, InternetAddress sender, InternetAddress recipient, String host)
            throws MessagingException {
        super(session);
        this.recipient = recipient;
        this.messageId = "<" + from.messageId().replaceAll("[^A-Za-z0-9._-]", ".") + "@" + host + ">";
        setFrom(sender);
        setRecipient(Message.RecipientType.TO, recipient);
        setSubject(oneLine(from.subject()), StandardCharsets.UTF_8.name());
        setText(from.body(), StandardCharsets.UTF_8.name(), "plain");
        setHeader("Content-Language", from.language().replaceAll("[^A-Za-z-]", ""));
        // So that no robot of the receiver's answers it.
        setHeader("Auto-Submitted", "auto-generated");
        setSentDate(Date.from(from.composedAt()));
        saveChanges();
    }

    InternetAddress recipient() {
        return recipient;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        // Called while the message is being constructed too, before the id is known; then again when it is saved.
        if (messageId != null) {
            setHeader("Message-ID", messageId);
        }
    }

    /** A line break would begin a header of somebody else's choice. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
