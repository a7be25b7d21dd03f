/**
 * HTTP as a client that trusts no server: every answer is bounded in time and size, no redirect
 * leads a secret elsewhere, and no secret is readable outside of this package.
 */
@NullMarked
package dev.mayfly.http;

import org.jspecify.annotations.NullMarked;
