@NullMarked
package dev.mayfly.lint.rule.ownership;

import org.jspecify.annotations.NullMarked;
