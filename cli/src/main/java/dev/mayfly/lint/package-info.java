/**
 * Judges manifests of any repository: reads them with positions, runs the rules over them, and
 * settles which findings count. Knows no single rule; those live in {@code lint.rule}.
 */
@NullMarked
package dev.mayfly.lint;

import org.jspecify.annotations.NullMarked;
