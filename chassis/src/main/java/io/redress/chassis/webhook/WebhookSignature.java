package io.redress.chassis.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is sent in the Standard Webhooks form, so that the receiver knows it is ours and untouched. */
public final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final List<SecretKey> keys;

    /**
     * @param setting where the secrets stand, for what is said about them
     * @param secrets each {@code whsec_} and 24 to 64 bytes in Base64; each gives a signature
     * @throws IllegalArgumentException if there is none or one is not like that; the message does not repeat it
     */
    public WebhookSignature(String setting, List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one secret in " + setting + ", but got none");
        }
        this.keys = secrets.stream().map(secret -> key(setting, secret)).toList();
    }

    private static SecretKey key(String setting, String secret) {
        byte[] bytes = {};
        if (secret.startsWith(PREFIX)) {
            try {
                bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            } catch (IllegalArgumentException notBase64) {
                bytes = new byte[0];
            }
        }
        if (bytes.length < FEWEST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("Expected secrets of the form whsec_ and 24 to 64 bytes in Base64 in "
                    + setting + ", but one is not");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /**
     * The value of the header {@code webhook-signature}.
     *
     * @param id of the header {@code webhook-id}
     * @param epochSeconds of the header {@code webhook-timestamp}
     */
    public String of(String id, long epochSeconds, byte[] body) {
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(mac(key, id, epochSeconds, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(SecretKey key, String id, long epochSeconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + epochSeconds + ".").getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
