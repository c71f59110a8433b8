package io.redress.routing.adapter.kafka;

/** An event reached a reaction that does not name its type; the lanes filter by type, so only a mistake of ours does. */
final class NotListenedTo extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    NotListenedTo(String type) {
        super("Expected a type that routing listens to, but got " + type);
    }
}
