/** Which fields Kubernetes' kinds have: names, types, what is required. */
@NullMarked
package dev.mayfly.kind;

import org.jspecify.annotations.NullMarked;
