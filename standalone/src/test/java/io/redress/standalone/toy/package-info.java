/** Small programs that tests start in JVMs of their own. */
@NullMarked
package io.redress.standalone.toy;

import org.jspecify.annotations.NullMarked;
