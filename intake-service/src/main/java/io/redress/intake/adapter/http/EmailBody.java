package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.intake.domain.Complaint.Contact;
import io.redress.intake.domain.email.Email;
import io.redress.intake.domain.email.Sender;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as a mail system hands it over.
 *
 * @param from {@code maria@customer.example} or {@code Maria Rossi <maria@customer.example>}
 * @param body the plain text, whole, with whatever is quoted in it
 * @param messageId the message's own id; the same one again is the same complaint
 */
record EmailBody(
        @Nullable String from,
        @Nullable String subject,
        @Nullable String body,
        @Nullable String messageId) implements Checked {
    private static final int MAX_FROM = 600;
    private static final int MAX_SUBJECT = 300;
    private static final int MAX_MESSAGE_ID = 250;
    private static final List<String> HTML =
            List.of("<!doctype", "<html", "<head", "<body", "<div", "<p>", "<table", "<span", "<style", "<meta", "<br");

    @Override
    public void check(Checks checks) {
        checks.required("/from", from)
                .length("/from", from, 1, MAX_FROM)
                .that(
                        from == null || isOneLine(from) && Sender.of(from).isPresent(),
                        "/from",
                        "Expected a sender such as maria@customer.example or Maria <maria@customer.example>.")
                .length("/subject", subject, 0, MAX_SUBJECT)
                .that(subject == null || isOneLine(subject), "/subject", "Expected a subject of one line.")
                .length("/messageId", messageId, 1, MAX_MESSAGE_ID)
                .that(messageId == null || isOneLine(messageId), "/messageId", "Expected a message id of one line.")
                .required("/body", body)
                .that(body == null || !isHtml(body), "/body", "Expected the plain text of the message, but got HTML.")
                .length("/body", body, 1, Limits.COMPLAINT - (subject == null ? 0 : MAX_SUBJECT + 2));
    }

    /** Subject and body, as the customer wrote them. */
    String words() {
        String words = Objects.requireNonNull(body);
        return subject == null || subject.isBlank() ? words : subject + "\n\n" + words;
    }

    Email envelope() {
        return new Email(Objects.requireNonNull(from), subject, messageId);
    }

    Contact contact() {
        Sender sender = Sender.of(Objects.requireNonNull(from)).orElseThrow();
        return new Contact(sender.name(), sender.address());
    }

    private static boolean isOneLine(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isHtml(String body) {
        String begin = body.stripLeading();
        String looked = begin.substring(0, Math.min(begin.length(), 20)).toLowerCase(Locale.ROOT);
        return HTML.stream().anyMatch(looked::startsWith);
    }
}
