/** Complaints that come as e-mails: what of them is the customer's own. */
@NullMarked
package io.redress.intake.domain.email;

import org.jspecify.annotations.NullMarked;
