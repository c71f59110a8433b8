/** The requests of a case inside the departments, and the rules for replies. */
@NullMarked
package io.redress.department.domain;

import org.jspecify.annotations.NullMarked;
