package dev.mayfly.lint.rule.overlay;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class OverlayRules {
  private OverlayRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("AP072", new RemoteBase()),
          Rule.of("KZ001", new MissingFile()),
          Rule.of("KZ002", new PartialObject()),
          Rule.of("KZ003", new UnlistedFile()),
          Rule.of("KZ005", new UnpinnedKustomizeImage()),
          Rule.of("KZ006", new NamespaceTransformer()),
          Rule.of("PV001", new RecordElsewhere(), GroupKind.PREVIEW),
          Rule.of("PV002", new RecordKeys(), GroupKind.PREVIEW),
          Rule.of("PV003", new RecordTwice()),
          Rule.of("PV004", new RecordLacksKeyOfSet(), GroupKind.APPLICATION_SET));
}
