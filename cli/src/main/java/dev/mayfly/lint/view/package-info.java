/** Kubernetes objects as the programs that read them understand them, for rules to ask. */
@NullMarked
package dev.mayfly.lint.view;

import org.jspecify.annotations.NullMarked;
