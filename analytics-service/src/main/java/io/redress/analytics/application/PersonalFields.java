package io.redress.analytics.application;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageSettled;
import io.redress.contracts.CustomerMessageEvent.TextErrorReported;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ComplaintJoined;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.IntakeEvent.ContactMade;
import io.redress.contracts.IntakeEvent.WordsReceived;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.Wire;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a department does not learn about a customer. The words of the complaint stay, since the work is about them; who
 * said them, and what the customer is written, does not.
 */
public final class PersonalFields {
    /** By event, the fields that are left out. */
    static final Map<Class<? extends CaseEvent>, Set<String>> WITHHELD = Map.of(
            ComplaintReceived.class,
            Set.of("customer", "clientReference", "submittedBy", "filedBy", "attachments"),
            ComplaintJoined.class,
            Set.of("clientReference", "submittedBy"),
            WordsReceived.class,
            Set.of("submittedBy"),
            ContactMade.class,
            Set.of("note"),
            CaseRouted.class,
            Set.of("customer", "submittedBy"),
            CustomerMessageComposed.class,
            Set.of("customerReference", "subject", "body"),
            // Whoever reports an error quotes the message.
            TextErrorReported.class,
            Set.of("where", "what", "reportedBy"),
            // Whoever finds out whether a message arrived may quote the customer.
            MessageSettled.class,
            Set.of("by", "reason"));

    private static final Map<String, Set<String>> BY_TYPE = WITHHELD.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(event -> EventTypes.wireName(event.getKey()), Map.Entry::getValue));

    private PersonalFields() {}

    /** A shown entry without them. */
    public static byte[] leftOut(byte[] shown) {
        if (!(Wire.mapper().readTree(shown) instanceof ObjectNode entry)
                || !(entry.get("data") instanceof ObjectNode data)) {
            throw new IllegalStateException("Expected an entry of a journey with an object as data");
        }
        Set<String> withheld = BY_TYPE.get(entry.path("type").asString());
        return withheld == null ? shown : Wire.mapper().writeValueAsBytes(entry.set("data", data.remove(withheld)));
    }
}
