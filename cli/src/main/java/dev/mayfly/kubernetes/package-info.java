/** What Kubernetes' kinds are: their names, their fields, their pods, and what those ask for. */
@NullMarked
package dev.mayfly.kubernetes;

import org.jspecify.annotations.NullMarked;
