package dev.mayfly.lint.rule.application;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class ApplicationRules {
  private ApplicationRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("AP060", new ThirdSource()),
          Rule.of("AP061", new RefToSameRepository()),
          Rule.of("AP063", new UntrustedSourceLast()),
          Rule.of("AP064", new FloatingRevision()),
          Rule.of("AP066", new UnpinnedImageOverride()),
          Rule.of("AP067", new AmbiguousImageOverride()),
          Rule.of("AP068", new SourceOverrideFile()),
          Rule.of("AP069", new EmptyTypeBlock()),
          Rule.of("AP070", new UnknownSyncOption()),
          Rule.of("AP071", new ValuesTwice()),
          Rule.of("AP073", new NoRevision()),
          Rule.of("AP074", new IncompleteSource()),
          Rule.of("AP075", new AmbiguousDestination()),
          Rule.of("AP076", new SeveralSourceTypes()),
          Rule.of("AP094", new OtherSourceType()),
          Rule.of("AP077", new BrokenReference()),
          Rule.of("AP079", new IgnoredSource()),
          Rule.of("AP083", new IgnoredNamespaceMetadata()),
          Rule.of("AP086", new ReplaceAndServerSideApply()),
          Rule.of("AP087", new IncompleteHydrator()),
          Rule.of("AP088", new ApplicationTwice()),
          Rule.of("AP089", new NamespaceInUse()),
          Rule.of("AP090", new UnknownProject()),
          Rule.of("AP091", new ClaimedTwice()),
          Rule.of(
              "AP092",
              new NewerField(),
              GroupKind.APPLICATION,
              GroupKind.APPLICATION_SET,
              GroupKind.PROJECT),
          Rule.of("AS020", new TemplatedProject()),
          Rule.of("AS021", new DefaultProject()),
          Rule.of("AS032", new SystemNamespace()),
          Rule.of("AS042", new MissingCascade()),
          Rule.of("AS043", new NotAutomated()),
          Rule.of("AS044", new NotPruned()),
          Rule.of("AS045", new LeakedNamespace()),
          Rule.of("AS075", new MissingNamespace()),
          Rule.of("AS046", new WrongTrackingId()),
          Rule.of("AS047", new LeakingSyncOption()),
          Rule.of("AS049", new EndlessRetry()),
          Rule.of("AP062", new RefWithPath()),
          Rule.of("AP095", new MalformedDifference()),
          Rule.of("AP096", new MissingSourceFile()),
          Rule.of("AP097", new DottedValue()));
}
