/** Standard streams, what a run may know of the world, and how it ends. */
@NullMarked
package dev.mayfly.command.console;

import org.jspecify.annotations.NullMarked;
