/** What intake decides: one case per complaint, its owner, its first answer, and every message after it. */
@NullMarked
package io.redress.intake.domain;

import org.jspecify.annotations.NullMarked;
