/** What is remembered about a customer over all cases: the relation is kept, not the ticket (R151). */
@NullMarked
package io.redress.intake.domain.customers;

import org.jspecify.annotations.NullMarked;
