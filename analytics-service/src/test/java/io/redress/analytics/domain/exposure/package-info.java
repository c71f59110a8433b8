/** How far everybody can see a case, without anything around it. */
@NullMarked
package io.redress.analytics.domain.exposure;

import org.jspecify.annotations.NullMarked;
