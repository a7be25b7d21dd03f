/** What can be said on a command line: one constant an option, and what its text means. */
@NullMarked
package dev.mayfly.command.option;

import org.jspecify.annotations.NullMarked;
