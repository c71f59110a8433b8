/** Brings messages out of the house: to a webhook, by mail, or into a file. */
@NullMarked
package io.redress.intake.adapter.delivery;

import org.jspecify.annotations.NullMarked;
