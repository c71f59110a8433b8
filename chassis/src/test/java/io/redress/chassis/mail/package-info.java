/** What of a mail is its sender's own, and what only came along. */
@NullMarked
package io.redress.chassis.mail;

import org.jspecify.annotations.NullMarked;
