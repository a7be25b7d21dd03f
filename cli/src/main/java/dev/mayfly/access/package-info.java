/**
 * Live proof that preview hosts are guarded as the platform says: by Cloudflare Access, by a login,
 * or by the network they are in. Whatever is not proven counts as open: an answer that nobody
 * foresaw is a finding and not a guess.
 */
@NullMarked
package dev.mayfly.access;

import org.jspecify.annotations.NullMarked;
