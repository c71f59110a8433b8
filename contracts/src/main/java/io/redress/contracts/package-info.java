/** What the services tell each other and the rest of the company: events, topics and the values inside them. */
@NullMarked
package io.redress.contracts;

import org.jspecify.annotations.NullMarked;
