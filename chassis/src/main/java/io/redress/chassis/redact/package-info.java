/** What people write, without what finds or names them. */
@NullMarked
package io.redress.chassis.redact;

import org.jspecify.annotations.NullMarked;
