/** What can be measured and followed: metrics and trace context. */
@NullMarked
package io.redress.chassis.observe;

import org.jspecify.annotations.NullMarked;
