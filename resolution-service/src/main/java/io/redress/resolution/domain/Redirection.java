package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;

/** A declined request and the one that took its place at department {@code to}. */
public record Redirection(RequestId from, RequestId replacedBy, DepartmentCode to) {}
