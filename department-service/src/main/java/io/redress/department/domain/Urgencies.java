package io.redress.department.domain;

/** Which requests are urgent, and who paid for it. */
public record Urgencies(int count) {
    static final Urgencies NONE = new Urgencies(0);

    Urgencies after(UrgencyFact fact) {
        return new Urgencies(count + 1);
    }
}
