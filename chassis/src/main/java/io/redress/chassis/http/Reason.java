package io.redress.chassis.http;

/**
 * One reason why a request was refused.
 *
 * @param pointer JSON Pointer (RFC 6901) to the offending field; empty for the whole body
 * @param detail a sentence for people: what was found, what would be right
 */
public record Reason(String pointer, String detail) {}
