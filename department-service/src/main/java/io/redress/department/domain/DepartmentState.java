package io.redress.department.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the department service knows under one id. What was stored before there was anything but cases names no type. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, defaultImpl = DepartmentCase.class)
public sealed interface DepartmentState permits DepartmentCase, DepartmentState.Document {

    /** What is known beside the cases, under an id that no case can have. */
    sealed interface Document extends DepartmentState permits CharterBook, UrgencyWeek, ThanksWeek {}
}
