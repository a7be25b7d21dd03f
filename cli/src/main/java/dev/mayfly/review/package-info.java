/**
 * What reviewers of a GitOps repository are told: whether overlays are what their records make of
 * them, whether the platform's rendering is current, and what lint finds in both.
 */
@NullMarked
package dev.mayfly.review;

import org.jspecify.annotations.NullMarked;
