/** Requests in the formats of departments, and what comes back in them. */
@NullMarked
package io.redress.department.application.forms;

import org.jspecify.annotations.NullMarked;
