/**
 * From a hand-written ApplicationSet to the nearest {@code mayfly.yaml}: what is carried over, what
 * is not and why, and what had to be assumed.
 */
@NullMarked
package dev.mayfly.adopt;

import org.jspecify.annotations.NullMarked;
