/** Rules about Applications, written out or generated. */
@NullMarked
package dev.mayfly.lint.rule.application;

import org.jspecify.annotations.NullMarked;
