/** Rules about kustomizations and the overlays of previews. */
@NullMarked
package dev.mayfly.lint.rule.overlay;

import org.jspecify.annotations.NullMarked;
