package dev.mayfly.argocd.gotemplate;

import java.util.ArrayDeque;
import java.util.Deque;

/** Slash-separated paths as Go cuts them (Go, package {@code path}). */
public final class GoPath {
  private GoPath() {}

  /** The last element; {@code .} of nothing. */
  public static String base(String path) {
    String text = path;
    while (text.length() > 1 && text.endsWith("/")) {
      text = text.substring(0, text.length() - 1);
    }
    if (text.isEmpty()) {
      return ".";
    }
    return text.equals("/") ? "/" : text.substring(text.lastIndexOf('/') + 1);
  }

  /** Everything but the last element, cleaned. */
  public static String dir(String path) {
    return clean(path.substring(0, path.lastIndexOf('/') + 1));
  }

  /** The shortest path to the same place. */
  public static String clean(String path) {
    if (isClean(path)) {
      return path;
    }
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !(rooted && part.equals(".."))) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  /** Whether no step begins with a dot and none is empty, as nearly all paths are written. */
  private static boolean isClean(String path) {
    char last = '/';
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (last == '/' && (c == '/' || c == '.')) {
        return false;
      }
      last = c;
    }
    return last != '/';
  }
}
