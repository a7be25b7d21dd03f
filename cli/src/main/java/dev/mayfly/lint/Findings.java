package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding.Verdict;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where one rule puts what it finds in one run. */
public final class Findings {
  private final RuleCard card;
  private final LintSettings settings;
  private final List<Finding> found;
  private String title = "";

  /** The object meant; few are found to be wrong, so its title is made when something is. */
  private @Nullable Resource object;

  /** The list takes what is found: most rules find nothing in most objects. */
  Findings(RuleCard card, LintSettings settings, List<Finding> found) {
    this.card = card;
    this.settings = settings;
    this.found = found;
  }

  /** The versions the manifests are meant for. */
  public Targets targets() {
    return settings.targets();
  }

  /** All that the run was told. */
  public LintSettings settings() {
    return settings;
  }

  /** Names the object that the next findings are about. */
  public Findings about(Resource resource) {
    object = resource;
    return this;
  }

  /** The same for what is no object of its own, such as a kustomization. */
  public Findings about(String title) {
    object = null;
    this.title = title;
    return this;
  }

  /** What a reader or a schema said, in its words; it is about this document. */
  public void add(Problem problem, Node document) {
    Location at = problem.location() == null ? document.location() : problem.location();
    prove(problem.severity(), at, problem.message(), problem.hint(), List.of());
  }

  /** The rule's condition is proven at this place. */
  public void add(Node at, String message) {
    add(at.location(), message);
  }

  public void add(Location at, String message) {
    prove(card.severity(), at, message, "", List.of());
  }

  /** As {@link #add(Node, String)}, with edits that mend it for certain. */
  public void add(Node at, String message, List<Edit> fix) {
    add(at, message, "", fix);
  }

  /** A finding with a hint of its own; an empty one leaves the rule's. */
  public void add(Node at, String message, String hint, List<Edit> fix) {
    prove(card.severity(), at.location(), message, hint, fix);
  }

  /** A proven finding that is less bad, or worse, than the rule's usual one. */
  public void add(Severity severity, Node at, String message) {
    prove(severity, at.location(), message, "", List.of());
  }

  /**
   * A claim about what the target of a part does. Where nobody stated that release, nothing here
   * shows what the cluster runs.
   */
  public void add(Targets.Part part, Node at, String message) {
    add(card.severity(), part, at, message);
  }

  public void add(Severity severity, Targets.Part part, Node at, String message) {
    if (targets().isStated(part)) {
      add(severity, at, message);
    } else {
      unverifiable(
          at,
          message,
          "state the release in `targets.%s` of mayfly.yaml%s"
              .formatted(part.field(), part == Targets.Part.ARGOCD ? ", or as an option" : ""));
    }
  }

  /** Proven where it is certain, and else what depends on something out of sight. */
  public void addIf(boolean certain, Node at, String message, String settledBy) {
    if (certain) {
      add(at, message);
    } else {
      unverifiable(at, message, settledBy);
    }
  }

  private void prove(Severity severity, Location at, String message, String hint, List<Edit> fix) {
    String said = hint.isEmpty() ? card.fix() : hint;
    found.add(new Finding(card.id(), severity, Verdict.PROVEN, at, subject(), message, said, fix));
  }

  /** What the rule asks for depends on something out of sight. */
  public void unverifiable(Node at, String message, String settledBy) {
    unverifiable(at.location(), message, settledBy);
  }

  public void unverifiable(Location at, String message, String settledBy) {
    found.add(
        new Finding(
            card.id(),
            Severity.NOTE,
            Verdict.UNVERIFIABLE,
            at,
            subject(),
            message,
            settledBy,
            List.of()));
  }

  private String subject() {
    return object == null ? title : object.title();
  }
}
