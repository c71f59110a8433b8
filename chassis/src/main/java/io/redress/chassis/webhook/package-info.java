/** What we post to receivers outside is signed, in one form for all of them. */
@NullMarked
package io.redress.chassis.webhook;

import org.jspecify.annotations.NullMarked;
