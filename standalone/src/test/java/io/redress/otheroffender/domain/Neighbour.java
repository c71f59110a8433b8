package io.redress.otheroffender.domain;

/** Another service's class. */
public record Neighbour(String name) {}
