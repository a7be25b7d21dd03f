/** Images by digest: references, and the lock file that pins them. */
@NullMarked
package dev.mayfly.image;

import org.jspecify.annotations.NullMarked;
