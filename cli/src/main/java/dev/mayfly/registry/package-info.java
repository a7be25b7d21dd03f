/** Container registries: which digest a tag has now, and packed charts. */
@NullMarked
package dev.mayfly.registry;

import org.jspecify.annotations.NullMarked;
