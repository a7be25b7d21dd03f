/** Rules about any Kubernetes object, workloads first. */
@NullMarked
package dev.mayfly.lint.rule.workload;

import org.jspecify.annotations.NullMarked;
