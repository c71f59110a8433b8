package io.redress.offender.contracts;

import org.springframework.http.HttpStatus;

/** A contract that needs a framework. */
public record Heavy(HttpStatus status) {}
