/** What a change of the platform or its templates does to a repository and to the cluster. */
@NullMarked
package dev.mayfly.change;

import org.jspecify.annotations.NullMarked;
