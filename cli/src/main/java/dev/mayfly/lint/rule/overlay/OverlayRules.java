package dev.mayfly.lint.rule.overlay;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class OverlayRules {
  private OverlayRules() {}

  public static final List<Rule> ALL =
      List.of(
          new RemoteBase(),
          new MissingFile(),
          new PartialObject(),
          new UnlistedFile(),
          new UnpinnedKustomizeImage(),
          new NamespaceTransformer(),
          new RecordElsewhere(),
          new RecordKeys(),
          new RecordTwice(),
          new RecordLacksKeyOfSet());
}
