package io.redress.intake.domain.messages;

/** What the customer reads: a subject of one line and a plain-text body. */
public record Text(String subject, String body) {}
