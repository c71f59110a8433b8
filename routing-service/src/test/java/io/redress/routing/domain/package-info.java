/** The rules of routing, tested pure. */
@NullMarked
package io.redress.routing.domain;

import org.jspecify.annotations.NullMarked;
