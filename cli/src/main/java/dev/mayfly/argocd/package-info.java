/**
 * Argo CD as it really behaves, offline: which Applications an ApplicationSet generates, and what
 * an AppProject lets them do. The only package that knows RE2.
 */
@NullMarked
package dev.mayfly.argocd;

import org.jspecify.annotations.NullMarked;
