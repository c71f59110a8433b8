package io.redress.benchmarks.check;

import io.redress.benchmarks.http.JsonFields;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One record of a stage topic, as far as it is checked.
 *
 * @param key the record's key, which is the case
 * @param id {@code ce_id}
 * @param sequence {@code ce_sequence}, 0 where it is not a number
 * @param contentHash of the payload
 * @param messageId of a message to a customer, else empty
 * @param messageHash of what the customer would read, else 0
 * @param complaint whether it says that a complaint was received
 * @param clientReference of that complaint, empty where there is none
 */
record EventSeen(
        String topic,
        String key,
        String id,
        long sequence,
        int contentHash,
        String messageId,
        int messageHash,
        boolean complaint,
        String clientReference) {

    private static final String RECEIVED = "redress.intake.complaint-received.v1";
    private static final String COMPOSED = "redress.messages.customer-message-composed.v1";

    static EventSeen of(String topic, String key, String type, String id, String sequence, byte[] payload) {
        String messageId = "";
        int messageHash = 0;
        boolean complaint = type.equals(RECEIVED);
        String reference =
                complaint ? JsonFields.read(payload, "/clientReference").getFirst() : "";
        // Others on that topic only speak of a message.
        if (type.equals(COMPOSED)) {
            List<String> is =
                    JsonFields.read(payload, "/messageId", "/kind", "/channel", "/language", "/subject", "/body");
            messageId = is.getFirst();
            messageHash = Objects.hash(is.subList(1, is.size()).toArray());
        }
        return new EventSeen(
                topic,
                key,
                id,
                number(sequence),
                Arrays.hashCode(payload),
                messageId,
                messageHash,
                complaint,
                reference);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOne) {
            return 0;
        }
    }
}
