/** The generated pages of {@code docs/reference/}, and that they are up to date. */
@org.jspecify.annotations.NullMarked
package dev.mayfly.reference;
