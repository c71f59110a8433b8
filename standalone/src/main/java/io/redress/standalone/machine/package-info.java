/** What the launcher takes from the machine: a folder, ports, a Java, a terminal to report to. */
@NullMarked
package io.redress.standalone.machine;

import org.jspecify.annotations.NullMarked;
