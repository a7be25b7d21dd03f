package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which pull requests may have a preview.
 *
 * @param admittedLabel set and removed by Mayfly only; what a Pattern A ApplicationSet gates on
 * @param targetBranches names, in which {@code *} stands for anything but a slash
 * @param forks whose pull requests may deploy although they are forks
 * @param authors who may have one
 * @param limit previews of the platform at one time
 * @param undecided what becomes of a bundle about which something cannot be decided
 */
public record Admission(
    Labels labels,
    String admittedLabel,
    List<String> targetBranches,
    boolean drafts,
    Forks forks,
    Authors authors,
    int limit,
    Optional<Expiry> expiry,
    Undecided undecided) {
  private static final int DEFAULT_LIMIT = 3;

  public Admission {
    targetBranches = List.copyOf(targetBranches);
  }

  static Admission read(Fields admission) {
    List<String> targets = admission.texts("targetBranches", PlaceSyntaxes.BRANCH_PATTERN);
    return new Admission(
        admission
            .map("labels", Labels::read)
            .orElseGet(() -> new Labels(List.of("preview"), List.of())),
        admission.text("admittedLabel", Syntaxes.LABEL, "mayfly/admitted"),
        targets.isEmpty() ? List.of("main") : targets,
        admission.flag("drafts", false),
        Forks.read(admission),
        Authors.read(admission),
        admission.integer("limit", 1, 10_000).orElse(DEFAULT_LIMIT),
        admission.map("expiry", Expiry::read),
        admission.choice("undecided", Undecided.values()).orElse(Undecided.REFUSE));
  }

  /** Whether pull requests into this branch may have a preview. */
  public boolean takesTarget(String branch) {
    return targetBranches.stream().anyMatch(pattern -> PathGlob.matches(pattern, branch));
  }

  /** What every output says where proofs are not whole; empty where they are. */
  public Optional<String> lowered() {
    return undecided == Undecided.WARN
        ? Optional.of("what is undecided about a bundle is let through")
        : Optional.empty();
  }

  /** Labels that people set: all of the first, none of the second. */
  public record Labels(List<String> all, List<String> none) {
    public Labels {
      all = List.copyOf(all);
      none = List.copyOf(none);
    }

    /** Those that a pull request with these labels lacks. */
    public List<String> missing(Set<String> present) {
      return all.stream().filter(label -> !present.contains(label)).toList();
    }

    /** Those of a pull request's labels that forbid a preview. */
    public List<String> against(Set<String> present) {
      return none.stream().filter(present::contains).toList();
    }

    private static Labels read(Fields labels) {
      return new Labels(labels.texts("all", Syntaxes.LABEL), labels.texts("none", Syntaxes.LABEL));
    }
  }

  /** Whether what a proof cannot decide stops a preview. */
  public enum Undecided {
    REFUSE,
    WARN
  }

  /** When an idle preview goes, and the label that keeps it. */
  public record Expiry(int idleDays, String keepLabel) {
    /** Whether a pull request with these labels keeps its preview, however idle it is. */
    public boolean keeps(Set<String> labels) {
      return labels.contains(keepLabel);
    }

    /** Whether a pull request with these labels was idle for too long. */
    public boolean isOver(Set<String> labels, Duration idle) {
      return !keeps(labels) && idle.toDays() >= idleDays;
    }

    private static Expiry read(Fields expiry) {
      return new Expiry(
          expiry.requiredInteger("idleDays", 1, 365),
          expiry.text("keepLabel", Syntaxes.LABEL, "keep-preview"));
    }
  }
}
