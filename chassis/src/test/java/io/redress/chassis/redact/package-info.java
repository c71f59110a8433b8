/** What is taken out of people's words, and what stays. */
@NullMarked
package io.redress.chassis.redact;

import org.jspecify.annotations.NullMarked;
