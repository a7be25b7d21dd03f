package dev.mayfly.admission;

import java.util.List;

/** Every gate, in the order in which they are asked and shown. The list is the catalogue. */
public final class Gates {
  public static final List<Gate> ALL =
      List.of(
          new StateGate(),
          new DraftGate(),
          new ForkGate(),
          new AuthorGate(),
          new WriteAccessGate(),
          new TargetBranchGate(),
          new LabelGate(),
          new LabelAgeGate(),
          new ChangedPathsGate(),
          new ExpiryGate(),
          new LimitGate(),
          new CapacityGate());

  private Gates() {}
}
