package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class ApplicationRules {
  private ApplicationRules() {}

  public static final List<Rule> ALL =
      List.of(
          new ThirdSource(),
          new RefToSameRepository(),
          new UntrustedSourceLast(),
          new FloatingRevision(),
          new UnpinnedImageOverride(),
          new AmbiguousImageOverride(),
          new SourceOverrideFile(),
          new EmptyTypeBlock(),
          new UnknownSyncOption(),
          new ValuesTwice(),
          new NoRevision(),
          new IncompleteSource(),
          new AmbiguousDestination(),
          new SeveralSourceTypes(),
          new OtherSourceType(),
          new BrokenReference(),
          new IgnoredSource(),
          new IgnoredNamespaceMetadata(),
          new ReplaceAndServerSideApply(),
          new IncompleteHydrator(),
          new ApplicationTwice(),
          new NamespaceInUse(),
          new UnknownProject(),
          new ClaimedTwice(),
          new NewerField(),
          new TemplatedProject(),
          new DefaultProject(),
          new SystemNamespace(),
          new MissingCascade(),
          new NotAutomated(),
          new NotPruned(),
          new LeakedNamespace(),
          new MissingNamespace(),
          new WrongTrackingId(),
          new LeakingSyncOption(),
          new EndlessRetry(),
          new UnknownArgoField());
}
