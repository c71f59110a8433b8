package io.redress.department.domain;

/**
 * A field that nobody had to fill in, because the case says it.
 *
 * @param value in the form of the department that needs it
 * @param source where the case says it, to complete "from ..."
 */
public record Filled(String field, String value, String source) {}
