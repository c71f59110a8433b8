/** The rules of learning, read aloud. */
@NullMarked
package io.redress.analytics.domain;

import org.jspecify.annotations.NullMarked;
