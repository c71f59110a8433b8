/** Steps 4 and 5: propose ways to put things right, let the customer choose, have the choice carried out. */
@NullMarked
package io.redress.resolution;

import org.jspecify.annotations.NullMarked;
