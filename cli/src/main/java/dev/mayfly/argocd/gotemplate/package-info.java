/**
 * Go's {@code text/template} as ApplicationSets use it: parsed, analysed and executed without Go.
 * Nothing here throws on any template; what cannot be decided offline is said to be so.
 */
@NullMarked
package dev.mayfly.argocd.gotemplate;

import org.jspecify.annotations.NullMarked;
