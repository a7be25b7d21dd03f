/**
 * Whether a preview runs at a commit, by whoever can say so: Argo CD, a listing of a cluster, the
 * forge, the preview itself. What nobody says is not known, and what is said of another commit or
 * another Application proves nothing.
 */
@NullMarked
package dev.mayfly.live;

import org.jspecify.annotations.NullMarked;
