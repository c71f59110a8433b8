/** Intake over REST. */
@NullMarked
package io.redress.intake.adapter.http;

import org.jspecify.annotations.NullMarked;
