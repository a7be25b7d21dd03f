/**
 * Puts together what commands work with: repositories, forges, platforms and proofs, from options
 * and the environment.
 */
@NullMarked
package dev.mayfly.command.composition;

import org.jspecify.annotations.NullMarked;
