/** What the rules of intake are put to use for. */
@NullMarked
package io.redress.intake.application;

import org.jspecify.annotations.NullMarked;
