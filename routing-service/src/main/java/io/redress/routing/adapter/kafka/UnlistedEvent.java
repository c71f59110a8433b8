package io.redress.routing.adapter.kafka;

/** An event reached a reaction that does not list its type; the lanes filter by type, so only a mistake of ours does. */
final class UnlistedEvent extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnlistedEvent(String type) {
        super("Expected a type that routing listens to, but got " + type);
    }
}
