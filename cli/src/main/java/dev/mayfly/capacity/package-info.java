/** What manifests ask a cluster for. */
@NullMarked
package dev.mayfly.capacity;

import org.jspecify.annotations.NullMarked;
