@NullMarked
package dev.mayfly.cel;

import org.jspecify.annotations.NullMarked;
