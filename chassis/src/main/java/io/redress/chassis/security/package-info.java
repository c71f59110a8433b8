/** Who may call: tokens, roles, default deny. */
@NullMarked
package io.redress.chassis.security;

import org.jspecify.annotations.NullMarked;
