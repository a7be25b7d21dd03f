@NullMarked
package dev.mayfly.adopt;

import org.jspecify.annotations.NullMarked;
