/** The calls to the gateway, as few processor cycles each as is reasonable, since they share the machine with what they measure. */
@NullMarked
package io.redress.benchmarks.http;

import org.jspecify.annotations.NullMarked;
