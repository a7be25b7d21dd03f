/** Rules about what any YAML reader meets first. */
@NullMarked
package dev.mayfly.lint.rule.reading;

import org.jspecify.annotations.NullMarked;
