package io.redress.chassis.lanes;

/**
 * An event on its way out.
 *
 * @param stream the sequence that counts it, one per case and topic
 * @param type wire name
 * @param payload JSON
 */
public record Outgoing(String stream, String topic, String type, byte[] payload) {}
