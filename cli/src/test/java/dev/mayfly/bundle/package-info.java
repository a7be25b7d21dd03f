@NullMarked
package dev.mayfly.bundle;

import org.jspecify.annotations.NullMarked;
