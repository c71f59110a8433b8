/** The department service: what a department is asked for and what it replies. */
@NullMarked
package io.redress.department;

import org.jspecify.annotations.NullMarked;
