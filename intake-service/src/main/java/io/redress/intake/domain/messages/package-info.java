/** Puts what the customer is told into plain, warm words of the customer's language, and names the person who says it. */
@NullMarked
package io.redress.intake.domain.messages;

import org.jspecify.annotations.NullMarked;
