package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.platform.ReleaseLine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the ApplicationSet controller would do with one set.
 *
 * @param argoCd the version that would do it
 * @param applications those that could be made, in the generators' order
 * @param problems what stalls the set, skips an Application or cannot be known
 * @param deletes whether the set's policy lets the controller delete at all
 */
public record Simulation(
    String name,
    ReleaseLine argoCd,
    List<GeneratedApplication> applications,
    List<Problem> problems,
    boolean deletes) {
  private static final Set<String> UNDECIDED = Set.of("stalled", "unverifiable", "too-many");

  public Simulation {
    applications = List.copyOf(applications);
    problems = List.copyOf(problems);
  }

  /** Of a set that is gone, and makes nothing. */
  public static Simulation ofNothing(String name, ReleaseLine argoCd) {
    return new Simulation(name, argoCd, List.of(), List.of(), true);
  }

  /** Why it is not known what the controller makes, or why it makes nothing at all. */
  public Optional<Problem> undecided() {
    return problems.stream().filter(it -> UNDECIDED.contains(it.id())).findFirst();
  }

  /** Nothing is created, updated or deleted: one bad pull request holds up all the others. */
  public boolean isStalled() {
    return has("stalled");
  }

  /** Something else than these files decides what comes out. */
  public boolean isUnverifiable() {
    return has("unverifiable");
  }

  /** More would come out than is followed here; what comes out in the end is not known. */
  public boolean isCut() {
    return has("too-many");
  }

  /** An Application is left out, and the others are made. */
  public boolean leavesOut() {
    return has("skipped");
  }

  /** What may be why Applications are missing: all that is wrong, and what no file says. */
  public List<Problem> obstacles() {
    return problems.stream()
        .filter(it -> it.severity() == Severity.ERROR || it.id().equals("unverifiable"))
        .toList();
  }

  private boolean has(String id) {
    return problems.stream().anyMatch(problem -> problem.id().equals(id));
  }

  /** Which of the Applications that exist a reconcile would delete. */
  public Set<String> deletions(Collection<String> existing) {
    if (undecided().isPresent() || !deletes) {
      return Set.of();
    }
    Set<String> wanted =
        applications.stream().map(GeneratedApplication::name).collect(Collectors.toSet());
    Set<String> gone = new TreeSet<>(existing);
    gone.removeAll(wanted);
    return gone;
  }
}
