/** Answers over HTTP: problem details, preconditions, positions. */
@NullMarked
package io.redress.chassis.http;

import org.jspecify.annotations.NullMarked;
