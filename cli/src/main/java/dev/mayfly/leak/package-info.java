/**
 * What a cluster and the GitOps repository hold of previews that are gone. Reads listings and refs,
 * and writes nothing anywhere: whoever reads the findings decides what is run.
 */
@NullMarked
package dev.mayfly.leak;

import org.jspecify.annotations.NullMarked;
