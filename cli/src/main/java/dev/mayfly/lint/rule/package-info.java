/** The catalogue of rules: each is a class in a package named after what it judges. */
@NullMarked
package dev.mayfly.lint.rule;

import org.jspecify.annotations.NullMarked;
