/**
 * Git in core: remotes, refs, trees, paths and bytes. Knows nothing of previews or forges. Never
 * makes a work tree, never starts a process, never reads a Git configuration of system or user.
 */
@NullMarked
package dev.mayfly.git;

import org.jspecify.annotations.NullMarked;
