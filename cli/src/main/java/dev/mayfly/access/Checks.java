package dev.mayfly.access;

import java.util.List;

/** Every check of a host, in the order in which they run. */
final class Checks {
  static final List<Check> ALL =
      List.of(
          new ProtectedCheck(), new AnonymousCheck(), new DeepHostCheck(), new ServiceTokenCheck());

  private Checks() {}
}
