/** Worklists, requests and replies over REST. */
@NullMarked
package io.redress.department.adapter.http;

import org.jspecify.annotations.NullMarked;
