@NullMarked
package dev.mayfly.bundle.build;

import org.jspecify.annotations.NullMarked;
