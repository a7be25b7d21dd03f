/**
 * Strict structural templates, their holes, and whom a value is trusted from. One is a YAML tree
 * with placeholders; substitution happens on the tree, so no value can change the structure. What a
 * pull request decides stays a hole until a {@link dev.mayfly.template.Binding} fills it: with
 * concrete facts, with Helm's values or with Argo CD's parameters.
 */
@NullMarked
package dev.mayfly.template;

import org.jspecify.annotations.NullMarked;
