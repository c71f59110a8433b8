/** Routing over REST: the departments, and why a case went to whom. */
@NullMarked
package io.redress.routing.adapter.http;

import org.jspecify.annotations.NullMarked;
