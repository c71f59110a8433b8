/** Tests of who may call. */
@NullMarked
package io.redress.chassis.security;

import org.jspecify.annotations.NullMarked;
