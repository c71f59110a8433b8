package io.redress.chassis.lanes;

/**
 * An event that a service refuses.
 *
 * @param code kebab-case reason for programs; {@link #UNREADABLE} where the content could not be understood
 * @param reason the same in a sentence
 */
public record Refused(IncomingEvent event, String code, String reason) {
    /** The content is not what it should be. Everything else is refused by the rules. */
    public static final String UNREADABLE = "unreadable";
}
