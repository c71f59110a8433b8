package io.redress.intake.adapter.delivery;

import io.redress.intake.application.Letter;
import io.redress.intake.application.MessageCarrier;
import io.redress.intake.domain.Receipt;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.function.Supplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hands messages to a mail server. A mail server does not know messages by their id, so what it may have is never given
 * to it again. Its protocol waits for each answer, on threads that do nothing else.
 */
final class SmtpCarrier implements MessageCarrier, AutoCloseable {
    static final String NAME = "smtp";

    private final MailSession session;
    private final Guard guard;
    private final int atOnce;
    private final Scheduler threads;

    SmtpCarrier(MailSession session, Guard guard, int atOnce) {
        this.session = session;
        this.guard = guard;
        this.atOnce = atOnce;
        this.threads = Schedulers.newBoundedElastic(atOnce, 2 * atOnce, "mail", 60, true);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean knowsIds() {
        return false;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public boolean reaches(Letter letter) {
        return session.recipient(letter).isPresent();
    }

    @Override
    public Mono<Receipt> carry(Letter letter) {
        Supplier<Receipt> sending = () -> send(letter);
        return guard.around(Mono.fromSupplier(sending).subscribeOn(threads));
    }

    private Receipt send(Letter letter) {
        Mail mail;
        try {
            mail = session.mail(letter);
        } catch (MessagingException unfit) {
            return new Receipt.Refused("It could not be written as a mail.");
        }
        try (Transport transport = session.transport()) {
            try {
                session.connect(transport);
            } catch (MessagingException unreachable) {
                return new Receipt.NotNow("The mail server could not be reached.", null);
            }
            return given(transport, mail);
        } catch (MessagingException closing) {
            // Only closing can end here, and that comes after the answer; but nobody should rely on it.
            return new Receipt.Unsure("The connection to the mail server ended uncommonly.");
        }
    }

    private static Receipt given(Transport transport, Mail mail) {
        try {
            transport.sendMessage(mail, new Address[] {mail.recipient()});
            return new Receipt.Taken();
        } catch (MessagingException failure) {
            return answered(failure);
        }
    }

    /** Where the server has said a number it has not taken the mail; without one nobody knows. */
    private static Receipt answered(MessagingException failure) {
        for (Exception at = failure;
                at != null;
                at = at instanceof MessagingException m ? m.getNextException() : null) {
            int code = switch (at) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                default -> -1;
            };
            if (code >= 400 && code < 500) {
                return new Receipt.NotNow("The mail server answered " + code + ".", null);
            }
            if (code >= 500 && code < 600) {
                return new Receipt.Refused("The mail server answered " + code + ".");
            }
        }
        return new Receipt.Unsure("The mail server did not answer.");
    }

    @Override
    public void close() {
        threads.dispose();
    }
}
