/** Golden files: the exact bytes that the program yields, kept in {@code golden/} for review. */
@NullMarked
package dev.mayfly.golden;

import org.jspecify.annotations.NullMarked;
