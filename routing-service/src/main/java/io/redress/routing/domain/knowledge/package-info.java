/** Problems that are known before anybody complains, and how a complaint is recognised as one of them. */
@NullMarked
package io.redress.routing.domain.knowledge;

import org.jspecify.annotations.NullMarked;
