/** Tests of what is remembered about a customer. */
@NullMarked
package io.redress.intake.domain.customers;

import org.jspecify.annotations.NullMarked;
