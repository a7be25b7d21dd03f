/** What the CI says: which pull request, what happened to it, and where results are written. */
@NullMarked
package dev.mayfly.event;

import org.jspecify.annotations.NullMarked;
