/** Rules about AppProjects: what they really permit. */
@NullMarked
package dev.mayfly.lint.rule.project;

import org.jspecify.annotations.NullMarked;
