/**
 * Problems as values: what is wrong, where, how bad, and what to do. Knows nothing of how they are
 * shown.
 */
@NullMarked
package dev.mayfly.diagnostic;

import org.jspecify.annotations.NullMarked;
