package io.redress.intake.domain.email;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sent an e-mail.
 *
 * @param name as the sender writes it, where there is one
 */
public record Sender(@Nullable String name, String address) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,255}");

    /** Reads {@code maria@customer.example} or {@code Maria Rossi <maria@customer.example>}; empty where it is neither. */
    public static Optional<Sender> of(String from) {
        String whole = from.strip();
        int open = whole.lastIndexOf('<');
        boolean named = open >= 0 && whole.endsWith(">");
        String address = named ? whole.substring(open + 1, whole.length() - 1) : whole;
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        String name = named ? unquoted(whole.substring(0, open).strip()) : "";
        return Optional.of(new Sender(name.isBlank() ? null : name, address));
    }

    private static String unquoted(String name) {
        boolean quoted = name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"");
        return quoted ? name.substring(1, name.length() - 1).strip() : name;
    }
}
