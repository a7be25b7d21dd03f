@NullMarked
package dev.mayfly.lint;

import org.jspecify.annotations.NullMarked;
