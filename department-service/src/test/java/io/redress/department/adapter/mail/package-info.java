/** Requests that leave as mail, and mails that come back about them. */
@NullMarked
package io.redress.department.adapter.mail;

import org.jspecify.annotations.NullMarked;
