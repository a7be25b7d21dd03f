package dev.mayfly.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches the team's keys once a run, from the team that the platform names and from no other. */
final class TeamKeys {
  private static final String PATH = "/cdn-cgi/access/certs";
  private final AccessApplication application;
  private final Visitor visitor;
  private @Nullable Answer answer;

  TeamKeys(AccessApplication application, Visitor visitor) {
    this.application = application;
    this.visitor = visitor;
  }

  /** What the team's host answers; a success holds a {@link KeySet}. */
  Answer answer() {
    Answer known = answer;
    if (known == null) {
      known = visitor.read(application.teamHost(), PATH, Map.of());
      answer = known;
    }
    return known;
  }
}
