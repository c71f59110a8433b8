package io.redress.intake.adapter.delivery;

import io.redress.intake.application.Letter;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** The mail server that was configured, and how to write for it. */
final class MailSession {
    /** One address and nothing else: no list, no group, no comment, no name, no line break. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

    private final DeliverySettings.Smtp settings;
    private final String host;
    private final InternetAddress sender;
    private final Session session;

    /** @throws IllegalArgumentException where the sender's address is missing or is none */
    MailSession(DeliverySettings.Smtp settings, String host) {
        this.settings = settings;
        this.host = host;
        this.sender = sender(settings.from());
        this.session = Session.getInstance(properties());
    }

    private static InternetAddress sender(@org.jspecify.annotations.Nullable String from) {
        try {
            if (from != null) {
                InternetAddress sender = new InternetAddress(from, true);
                if (ADDRESS.matcher(sender.getAddress()).matches()) {
                    return sender;
                }
            }
        } catch (AddressException none) {
            throw new IllegalArgumentException("Expected an address in redress.intake.delivery.smtp.from", none);
        }
        throw new IllegalArgumentException("Expected an address in redress.intake.delivery.smtp.from, but got " + from);
    }

    private Properties properties() {
        String millis = Long.toString(settings.timeLimit().toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Empty where the customer gave no address, or something that is not exactly one. */
    Optional<InternetAddress> recipient(Letter letter) {
        String address = letter.address();
        if (address == null
                || address.length() > 254
                || !ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        String name = letter.name() == null ? "" : Mail.oneLine(letter.name());
        try {
            return Optional.of(
                    name.isEmpty()
                            ? new InternetAddress(address, true)
                            : new InternetAddress(address, name, StandardCharsets.UTF_8.name()));
        } catch (AddressException | UnsupportedEncodingException none) {
            return Optional.empty();
        }
    }

    Mail mail(Letter letter) throws MessagingException {
        InternetAddress recipient = recipient(letter).orElseThrow(() -> new AddressException("Expected one address"));
        String domain = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
        return new Mail(session, letter.message(), sender, recipient, domain);
    }

    Transport transport() throws MessagingException {
        return session.getTransport("smtp");
    }

    void connect(Transport transport) throws MessagingException {
        transport.connect(host, settings.port(), settings.username(), settings.password());
    }
}
