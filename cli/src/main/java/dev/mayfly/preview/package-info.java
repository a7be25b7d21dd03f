/** The domain: a pull request, an app, and the preview that the two make. */
@NullMarked
package dev.mayfly.preview;

import org.jspecify.annotations.NullMarked;
