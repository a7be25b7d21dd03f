package dev.mayfly.argocd;

import java.util.Map;

/**
 * Files of a repository that a git generator may read.
 *
 * @param url empty for any repository
 * @param revision empty for any revision
 */
public record RepositoryFiles(String url, String revision, Map<String, byte[]> files) {
  /** Stands for what is in a file that nobody read. */
  @SuppressWarnings("MutablePublicArray")
  public static final byte[] UNREAD = new byte[0];

  @SuppressWarnings("ReferenceEquality")
  static boolean isUnread(byte[] bytes) {
    return bytes == UNREAD;
  }

  boolean isOf(String wanted, String at) {
    return !url.isEmpty()
        && RepositoryUrl.isSame(url, wanted)
        && (revision.isEmpty() || revision.equals(at));
  }
}
