/** Reads what is declared about the law from its file. */
@NullMarked
package io.redress.resolution.adapter.regulation;

import org.jspecify.annotations.NullMarked;
