@NullMarked
package dev.mayfly.lint.rule;

import org.jspecify.annotations.NullMarked;
