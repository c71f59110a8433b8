/** The door: who may come in, how much, and to which service. */
@NullMarked
package io.redress.gateway;

import org.jspecify.annotations.NullMarked;
