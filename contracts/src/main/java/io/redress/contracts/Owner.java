package io.redress.contracts;

/**
 * Who answers for a case towards the customer. Exactly one at every instant, from first to last (R59, R70).
 *
 * @param id the consultant's stable id
 * @param name the name that the customer hears (R138)
 * @param department where the person works, usually {@code front-desk}
 */
public record Owner(String id, String name, DepartmentCode department) {}
