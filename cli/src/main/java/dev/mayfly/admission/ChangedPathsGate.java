package dev.mayfly.admission;

import dev.mayfly.platform.PathGlob;
import java.util.List;
import java.util.SortedSet;

/** In a monorepo only what touches the app's paths has a preview of it. */
final class ChangedPathsGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    List<String> globs = candidate.app().paths();
    if (globs.isEmpty()) {
      return Answer.pass("every change counts");
    }
    if (candidate.changedFiles().isEmpty()) {
      return Answer.unknown("which files changed is not known");
    }
    SortedSet<String> files = candidate.changedFiles().get();
    boolean touched =
        files.stream().anyMatch(file -> globs.stream().anyMatch(g -> PathGlob.matches(g, file)));
    return touched
        ? Answer.pass("it changes what the app is made of")
        : Answer.refuse(
            "none of its " + files.size() + " files matches " + String.join(", ", globs));
  }
}
