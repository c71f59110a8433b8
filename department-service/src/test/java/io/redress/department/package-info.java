/** Tests of the department service. */
@NullMarked
package io.redress.department;

import org.jspecify.annotations.NullMarked;
