/**
 * The part of jq that leads to fields, as Argo CD deletes by it (itchyny/gojq 0.12, {@code
 * del(path)}). Nothing here throws on any expression; what is not followed is said to be so.
 */
@NullMarked
package dev.mayfly.argocd.jq;

import org.jspecify.annotations.NullMarked;
