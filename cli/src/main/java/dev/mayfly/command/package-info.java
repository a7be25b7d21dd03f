/**
 * The command line: one class per command, and the only place that knows streams, the environment,
 * the clock and exit codes. Commands are thin; what they do lives below.
 */
@NullMarked
package dev.mayfly.command;

import org.jspecify.annotations.NullMarked;
