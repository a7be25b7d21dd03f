/**
 * From the files of a bundle to the objects that Argo CD would make of them, as far as that can be
 * said for certain. What cannot is recorded as undecided, never guessed.
 */
@NullMarked
package dev.mayfly.bundle.build;

import org.jspecify.annotations.NullMarked;
