/** Rules that hold clones against facts of the cluster: {@code lint --facts FILE}. */
@NullMarked
package dev.mayfly.lint.rule.facts;

import org.jspecify.annotations.NullMarked;
