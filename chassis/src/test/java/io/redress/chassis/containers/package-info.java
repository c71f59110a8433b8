/** Tests against the images that we deploy with; skipped, with the reason, where Docker cannot start them. */
@NullMarked
package io.redress.chassis.containers;

import org.jspecify.annotations.NullMarked;
