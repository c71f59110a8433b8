/** The first class that runs, compiled for an older Java so that it can ask for a newer one. */
@NullMarked
package io.redress.standalone.launch;

import org.jspecify.annotations.NullMarked;
