/** Several Spring applications in one JVM, each with its own settings and its own end. */
@NullMarked
package io.redress.standalone.contexts;

import org.jspecify.annotations.NullMarked;
