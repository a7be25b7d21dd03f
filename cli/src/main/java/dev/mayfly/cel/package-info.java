/**
 * The Common Expression Language, as far as it is written here: expressions are trees, so that no
 * text of a name can become part of a condition and no bracket is ever missing.
 */
@NullMarked
package dev.mayfly.cel;

import org.jspecify.annotations.NullMarked;
