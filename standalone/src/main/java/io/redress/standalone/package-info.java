/** Everything in one command: the broker, the services and the gateway on one machine. */
@NullMarked
package io.redress.standalone;

import org.jspecify.annotations.NullMarked;
