/** The program's door; see {@link dev.mayfly.command} for what lies behind it. */
@NullMarked
package dev.mayfly;

import org.jspecify.annotations.NullMarked;
