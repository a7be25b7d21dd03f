/** What a cluster holds that clones are made from, as somebody with access wrote it down. */
@NullMarked
package dev.mayfly.facts;

import org.jspecify.annotations.NullMarked;
