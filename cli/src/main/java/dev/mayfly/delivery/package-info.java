/**
 * The life of a preview in the GitOps repository: opened, updated, closed, swept and shown. Every
 * command computes what should be from what is read now, so any of them may be repeated, reordered
 * or cut short, and the next one finishes the job.
 */
@NullMarked
package dev.mayfly.delivery;

import org.jspecify.annotations.NullMarked;
