/**
 * Rules about ApplicationSets: what the controller makes of them, and what it then leaves behind.
 */
@NullMarked
package dev.mayfly.lint.rule.applicationset;

import org.jspecify.annotations.NullMarked;
