/** The triggers of the sources, from the customer's words to the departments. */
@NullMarked
package io.redress.triggers;

import org.jspecify.annotations.NullMarked;
