package io.redress.department.adapter.mail;

import io.redress.chassis.mail.OwnWords;
import io.redress.department.application.forms.WrongFormat;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail as somebody wrote it: the first plain text in it, without what is quoted. Everything else is passed over with a
 * notice, and nothing in it is opened.
 *
 * @param about the subject, and what the mail says it answers
 * @param from name or address of the sender; empty where there is none
 * @param messageId its own id; absent where it has none
 * @param text the sender's own words
 * @param notices what was passed over, in sentences
 */
public record ReceivedMail(
        String about, String from, @Nullable String messageId, String text, List<String> notices) {
    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 50;
    private static final int MOST_SENDER = 200;
    private static final Session SESSION = Session.getInstance(new Properties());

    /** @throws WrongFormat where it is no mail, or has no plain text that a person wrote */
    public static ReceivedMail read(byte[] bytes) {
        try {
            MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            if (isOfRobot(mail)) {
                throw new WrongFormat("Expected words of a person, but got an automatic answer", "");
            }
            Found found = new Found();
            look(mail, 0, found);
            if (found.text == null || found.text.isBlank()) {
                throw new WrongFormat(
                        "Expected a mail with plain text, but found " + (found.html ? "only formatted text" : "none"),
                        "");
            }
            return new ReceivedMail(
                    header(mail, "Subject") + " " + header(mail, "In-Reply-To"),
                    sender(mail),
                    mail.getMessageID(),
                    OwnWords.of(found.text.replace("\r\n", "\n")),
                    found.notices());
        } catch (MessagingException | IOException | IllegalArgumentException unreadable) {
            throw new WrongFormat("Expected a mail as RFC 5322 and MIME describe it, but it cannot be read", "");
        }
    }

    private static boolean isOfRobot(MimeMessage mail) throws MessagingException {
        String[] automatic = mail.getHeader("Auto-Submitted");
        return automatic != null && !automatic[0].strip().equalsIgnoreCase("no");
    }

    private static void look(Part part, int depth, Found found) throws MessagingException, IOException {
        found.parts++;
        if (depth > DEEPEST || found.parts > MOST_PARTS) {
            throw new WrongFormat(
                    "Expected a mail of at most " + MOST_PARTS + " parts, " + DEEPEST + " deep, but got more", "");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart inner = many.getBodyPart(i);
                look(inner, depth + 1, found);
            }
        } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            found.attachments++;
        } else if (part.isMimeType("text/plain") && found.text == null) {
            found.text = text(part);
        } else if (part.isMimeType("text/html")) {
            found.html = true;
        } else {
            found.attachments++;
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        String named =
                part.getContentType() == null ? null : new ContentType(part.getContentType()).getParameter("charset");
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), charset(named));
        }
    }

    private static Charset charset(@Nullable String named) {
        try {
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new WrongFormat("Expected a mail in a character set that is known, but got another", "");
        }
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String value = name.equals("Subject") ? mail.getSubject() : mail.getHeader(name, " ");
        return Objects.requireNonNullElse(value, "");
    }

    private static String sender(MimeMessage mail) {
        try {
            if (mail.getFrom() == null || mail.getFrom().length == 0) {
                return "";
            }
            String name = mail.getFrom()[0] instanceof InternetAddress address
                    ? Objects.requireNonNullElse(address.getPersonal(), address.getAddress())
                    : mail.getFrom()[0].toString();
            String line = name.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
            return line.substring(0, Math.min(line.length(), MOST_SENDER));
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    /** What has been seen on the way through a mail. */
    private static final class Found {
        private @Nullable String text;
        private boolean html;
        private int attachments;
        private int parts;

        private List<String> notices() {
            List<String> notices = new ArrayList<>();
            if (attachments > 0) {
                notices.add("Attachments were not read: " + attachments
                        + ". Keep them where others find them and name the place.");
            }
            if (html) {
                notices.add("Formatted text was not read, only the plain text beside it.");
            }
            return notices;
        }
    }
}
