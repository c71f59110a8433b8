/** What a company declares in files instead of in Java. */
@NullMarked
package io.redress.chassis.declare;

import org.jspecify.annotations.NullMarked;
