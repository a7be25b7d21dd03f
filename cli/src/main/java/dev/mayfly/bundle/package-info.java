/**
 * The proof of a deploy bundle: what a pull request brings is pinned, stays in its place and takes
 * nothing that is not its own. Each thing to prove is one {@link dev.mayfly.bundle.BundleCheck}.
 */
@NullMarked
package dev.mayfly.bundle;

import org.jspecify.annotations.NullMarked;
