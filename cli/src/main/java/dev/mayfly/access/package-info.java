/**
 * Live proof that preview hosts are behind Cloudflare Access. Whatever is not proven counts as
 * open: an answer that nobody foresaw is a finding and not a guess.
 */
@NullMarked
package dev.mayfly.access;

import org.jspecify.annotations.NullMarked;
