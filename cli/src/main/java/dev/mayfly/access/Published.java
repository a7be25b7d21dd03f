package dev.mayfly.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a host publishes under a path, fetched once a run and when it is first asked for. */
final class Published {
  private final GuardClient visitor;
  private final String host;
  private final String path;
  private @Nullable Answer answer;

  /**
   * @param host one that the platform names, and no other
   */
  Published(GuardClient visitor, String host, String path) {
    this.visitor = visitor;
    this.host = host;
    this.path = path;
  }

  Answer answer() {
    Answer known = answer;
    if (known == null) {
      known = visitor.read(host, path, Map.of());
      answer = known;
    }
    return known;
  }
}
