/** Tests of what is the customer's own in an e-mail. */
@NullMarked
package io.redress.intake.domain.email;

import org.jspecify.annotations.NullMarked;
