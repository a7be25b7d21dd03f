/** What a real Kubernetes API server says of rendered objects and of attacks on them. */
@NullMarked
package dev.mayfly.cluster;

import org.jspecify.annotations.NullMarked;
