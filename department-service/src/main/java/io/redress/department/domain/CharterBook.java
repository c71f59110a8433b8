package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;

/** All that a department has published about how to ask it, under the id {@code charter:<code>}. */
public record CharterBook(DepartmentCode department) implements DepartmentState.Document {}
