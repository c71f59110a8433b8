/** The rules of recording, surveying and reviewing, without any technology. */
@NullMarked
package io.redress.analytics.domain;

import org.jspecify.annotations.NullMarked;
