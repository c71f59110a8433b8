package io.redress.department.adapter.mail;

import io.redress.contracts.RequestId;
import io.redress.department.application.forms.RequestLetter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A request as plain-text mail in UTF-8, the same bytes whenever it is written. */
public final class RequestMail {
    private static final Session SESSION = Session.getInstance(new Properties());

    private RequestMail() {}

    /**
     * The mail as it travels.
     *
     * @param from whose address the department answers to
     * @param to the department's
     */
    public static byte[] write(
            RequestId id, RequestLetter letter, String from, String to, String language, Instant raisedAt) {
        try {
            String messageId = "<" + id + "@" + from.substring(from.indexOf('@') + 1) + ">";
            MimeMessage mail = new Identified(messageId);
            mail.setFrom(new InternetAddress(from, true));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            mail.setText(letter.body(), StandardCharsets.UTF_8.name(), "plain");
            mail.setHeader("Content-Language", language);
            // So that no robot of the receiver's answers it.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setSentDate(Date.from(raisedAt));
            mail.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException unfit) {
            throw new IllegalArgumentException("Expected addresses that a mail can have", unfit);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class Identified extends MimeMessage {
        private final String messageId;

        Identified(String messageId) {
            super(SESSION);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
