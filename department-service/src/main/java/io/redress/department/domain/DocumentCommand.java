package io.redress.department.domain;

/** What is said about something beside the cases. */
public sealed interface DocumentCommand extends DepartmentCommand
        permits CharterCommand, UrgencyWeekCommand, ThanksWeekCommand {}
