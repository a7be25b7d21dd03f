/**
 * GitHub, GitLab and Gitea by their REST APIs, so far as previews need them: read, label, comment,
 * open and close.
 */
@NullMarked
package dev.mayfly.forge;

import org.jspecify.annotations.NullMarked;
