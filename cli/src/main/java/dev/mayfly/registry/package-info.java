/** Container registries, so far as a tag needs one: which digest does it have now? */
@NullMarked
package dev.mayfly.registry;

import org.jspecify.annotations.NullMarked;
