/**
 * The manifests: which templates a platform and its previews are made of, and the values that each
 * is given. The same overlay templates become a concrete overlay or a Helm chart, by the binding.
 */
@NullMarked
package dev.mayfly.manifest;

import org.jspecify.annotations.NullMarked;
