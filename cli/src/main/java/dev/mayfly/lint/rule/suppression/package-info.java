/** Rules about the comments that silence other rules. */
@NullMarked
package dev.mayfly.lint.rule.suppression;

import org.jspecify.annotations.NullMarked;
