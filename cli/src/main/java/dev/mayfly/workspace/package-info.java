/**
 * A GitOps repository as a folder on disk: where its platform is, what it holds, how it is written.
 */
@NullMarked
package dev.mayfly.workspace;

import org.jspecify.annotations.NullMarked;
