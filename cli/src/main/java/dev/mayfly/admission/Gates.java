package dev.mayfly.admission;

import java.util.List;

/** Every gate, in the order in which they are asked and shown. The list is the catalogue. */
public final class Gates {
  /**
   * A gate of the catalogue.
   *
   * @param name a short one, such as {@code fork}
   */
  public record Named(String name, Gate gate) {}

  public static final List<Named> ALL =
      List.of(
          new Named("state", new StateGate()),
          new Named("draft", new DraftGate()),
          new Named("fork", new ForkGate()),
          new Named("author", new AuthorGate()),
          new Named("write-access", new WriteAccessGate()),
          new Named("target-branch", new TargetBranchGate()),
          new Named("label", new LabelGate()),
          new Named("label-age", new LabelAgeGate()),
          new Named("changed-paths", new ChangedPathsGate()),
          new Named("expiry", new ExpiryGate()),
          new Named("limit", new LimitGate()),
          new Named("capacity", new CapacityGate()));

  private Gates() {}
}
