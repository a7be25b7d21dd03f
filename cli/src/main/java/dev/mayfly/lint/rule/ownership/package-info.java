/**
 * Rules about files that belong to Mayfly: the platform, records, and what is rendered from them.
 */
@NullMarked
package dev.mayfly.lint.rule.ownership;

import org.jspecify.annotations.NullMarked;
