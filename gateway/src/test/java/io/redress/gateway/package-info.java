/** Tests of the door, with small servers behind it. */
@NullMarked
package io.redress.gateway;

import org.jspecify.annotations.NullMarked;
