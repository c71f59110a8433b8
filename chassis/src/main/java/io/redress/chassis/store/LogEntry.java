package io.redress.chassis.store;

/**
 * One entry of a case's append-only log.
 *
 * @param number counted from 1, without gaps
 * @param content JSON
 */
public record LogEntry(long number, byte[] content) {}
