/** Tests of case files, and the case files as they lie in the project. */
@NullMarked
package dev.mayfly.lint.card;

import org.jspecify.annotations.NullMarked;
