package io.redress.offender.chassis;

import io.redress.contracts.CaseId;

/** A chassis that knows a case id of the domain. */
public record Knowing(CaseId caseId) {}
