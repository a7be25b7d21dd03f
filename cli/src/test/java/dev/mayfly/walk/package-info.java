/**
 * What {@code docs/contributing.md} says about adding things, done in a copy of the project: each
 * step is forgotten once, and whoever the page names has to notice.
 */
@org.jspecify.annotations.NullMarked
package dev.mayfly.walk;
