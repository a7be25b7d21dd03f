/** What is known about each rule besides its code: the packaged case files and their index. */
@NullMarked
package dev.mayfly.lint.card;

import org.jspecify.annotations.NullMarked;
