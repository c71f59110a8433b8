package io.redress.intake.adapter.http;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.redress.chassis.http.Checks;
import io.redress.chassis.mail.OwnWords;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.intake.adapter.http.ComplaintBody.CustomerBody;
import io.redress.intake.application.CrisisWatch;
import io.redress.intake.application.CustomerFiles;
import io.redress.intake.application.FrontDesk;
import io.redress.intake.domain.Complaint.Contact;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.Origin;
import io.redress.intake.domain.customers.CustomerDetails;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the command that files a complaint out of what a caller sent. */
@Component
class ReadComplaint {
    private static final String EMAIL = "email";

    /** Version 7: cases that come together lie together in the store. */
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    private final FrontDesk frontDesk;
    private final CustomerFiles files;
    private final CrisisWatch crisis;

    ReadComplaint(FrontDesk frontDesk, CustomerFiles files, CrisisWatch crisis) {
        this.frontDesk = frontDesk;
        this.files = files;
        this.crisis = crisis;
    }

    /**
     * What is to be understood.
     *
     * @param own what the customer wrote this time
     * @param language as it was named, or else as it seems
     */
    record Words(String own, String language) {}

    /** The words in a checked body. */
    Words words(ComplaintBody body) {
        String text = body.words();
        String own = body.email() == null ? text : OwnWords.of(text);
        return new Words(own, body.language() == null ? frontDesk.guessLanguage(own) : body.language());
    }

    /** The command, with a diagnosis made now. */
    Mono<FileComplaint> command(
            ComplaintBody body,
            String key,
            Caller caller,
            Origin.@Nullable Imported history,
            @Nullable Instant receivedAt) {
        Words words = words(body);
        Diagnosis found = frontDesk.diagnose(words.own(), words.language());
        return command(body, words, found, key, caller, history, receivedAt);
    }

    /**
     * The command. What the body leaves open is as the customer is known to prefer.
     *
     * @param body checked
     * @param key the caller's own name for this intention
     * @param history where it is taken over from another system
     * @param receivedAt when the customer said it; null for now
     * @throws io.redress.chassis.http.Refusal 422 where the caller may not file for that client
     */
    Mono<FileComplaint> command(
            ComplaintBody body,
            Words words,
            Diagnosis diagnosis,
            String key,
            Caller caller,
            Origin.@Nullable Imported history,
            @Nullable Instant receivedAt) {
        CustomerBody from = Objects.requireNonNull(body.customer());
        return files.details(Objects.requireNonNull(from.reference()))
                .map(known -> command(body, from, known, words, diagnosis, key, caller, history, receivedAt));
    }

    private FileComplaint command(
            ComplaintBody body,
            CustomerBody from,
            CustomerDetails known,
            Words words,
            Diagnosis diagnosis,
            String key,
            Caller caller,
            Origin.@Nullable Imported history,
            @Nullable Instant receivedAt) {
        String client = client(body, caller);
        String language = body.language() == null && known.language() != null ? known.language() : words.language();
        CaseId caseId = new CaseId(ids.generate().toString());
        return new FileComplaint(
                caseId,
                key,
                fingerprint(body, from, history, receivedAt),
                reference(body, client),
                body.clientReference(),
                client,
                new Customer(
                        Objects.requireNonNull(from.reference()),
                        known.tierOr(from.tier() == null ? null : Customer.Tier.valueOf(from.tier()))),
                known.complete(contact(body, from)),
                channel(body, known),
                language,
                body.words(),
                frontDesk.ownerOf(caseId, language, diagnosis, words.own()),
                diagnosis,
                crisis.lasts()
                        ? origin(body, client, caller, history).inCrisis()
                        : origin(body, client, caller, history),
                receivedAt);
    }

    /** Where it came in, or else where the customer prefers to be answered. */
    private static String channel(ComplaintBody body, CustomerDetails known) {
        if (body.channel() != null) {
            return body.channel();
        }
        String other = body.email() == null ? known.channel() : EMAIL;
        Checks checks = new Checks();
        checks.that(other != null, "/channel", "Expected a value, since this customer has no preferred channel.");
        checks.orRefuse();
        return Objects.requireNonNull(other);
    }

    /** Whose case it is: the caller's own, or a client's that a consultant files for. */
    private static String client(ComplaintBody body, Caller caller) {
        String other = body.onBehalfOf();
        if (other == null || other.equals(caller.subject())) {
            return caller.subject();
        }
        Checks checks = new Checks();
        checks.that(
                caller.isAny("consultant", "supervisor"),
                "/onBehalfOf",
                "Expected no other client than yourself: only consultants file on behalf of others.");
        checks.orRefuse();
        return other;
    }

    /** The number that names this complaint for good: the client's own, or else that of the e-mail. */
    private static @Nullable String reference(ComplaintBody body, String client) {
        if (body.clientReference() != null) {
            return Fingerprint.of(client, body.clientReference());
        }
        String messageId = body.email() == null ? null : body.email().messageId();
        return messageId == null ? null : Fingerprint.of(client, "message-id", messageId);
    }

    private static @Nullable Contact contact(ComplaintBody body, CustomerBody from) {
        if (from.contact() != null) {
            return from.contact().contact();
        }
        return body.email() == null ? null : body.email().contact();
    }

    private static Origin origin(ComplaintBody body, String client, Caller caller, Origin.@Nullable Imported history) {
        return new Origin(
                client.equals(caller.subject()) ? null : caller.subject(),
                body.email() == null ? null : body.email().envelope(),
                body.attachments() == null
                        ? List.of()
                        : body.attachments().stream()
                                .map(AttachmentBody::attachment)
                                .toList(),
                history,
                body.concerns(),
                null);
    }

    /** Of what was sent, not of what was made of it: the same request is the same whatever we know by now. */
    private static String fingerprint(
            ComplaintBody body, CustomerBody from, Origin.@Nullable Imported history, @Nullable Instant receivedAt) {
        ComplaintBody.ContactBody contact = from.contact();
        List<String> parts = new ArrayList<>(List.of(
                Objects.requireNonNull(from.reference()),
                from.tier() == null ? Customer.Tier.STANDARD.name() : from.tier(),
                text(contact == null ? null : contact.name()),
                text(contact == null ? null : contact.address()),
                text(body.channel()),
                text(body.language()),
                body.words(),
                text(body.clientReference())));
        // What came later to the interface counts only where it is given, so that older prints stay what they are.
        more(parts, "role", contact == null ? null : contact.role());
        more(parts, "formality", contact == null ? null : contact.formality());
        more(parts, "onBehalfOf", body.onBehalfOf());
        more(parts, "product", body.product());
        more(parts, "region", body.region());
        EmailBody email = body.email();
        if (email != null) {
            more(parts, "from", email.from());
            more(parts, "subject", email.subject());
            more(parts, "messageId", email.messageId());
        }
        if (body.attachments() != null) {
            body.attachments().stream().map(AttachmentBody::attachment).forEach(it -> {
                more(parts, "attachment", it.name());
                parts.addAll(List.of(it.mediaType(), Integer.toString(it.size()), it.sha256(), it.href()));
            });
        }
        if (history != null) {
            more(parts, "receivedAt", String.valueOf(receivedAt));
            more(parts, "closedAt", String.valueOf(history.closedAt()));
            more(parts, "outcome", history.outcome());
        }
        return Fingerprint.of(parts.toArray(String[]::new));
    }

    private static void more(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name);
            parts.add(value);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "\0" : value;
    }
}
