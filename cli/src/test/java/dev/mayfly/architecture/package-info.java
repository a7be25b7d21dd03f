@NullMarked
package dev.mayfly.architecture;

import org.jspecify.annotations.NullMarked;
