package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class ApplicationSetRules {
  private ApplicationSetRules() {}

  public static final List<Rule> ALL =
      List.of(
          new GoTemplateOff(),
          new MissingKeyTolerated(),
          new UnknownTemplateOption(),
          new UndefinedParameter(),
          new MissingKeyHole(),
          new IndexOfLabels(),
          new DigInValues(),
          new ChangingFunction(),
          new WrongTemplateSyntax(),
          new UntrustedIdentity(),
          new SlugIdentity(),
          new CommitIdentity(),
          new StalePreview(),
          new UntrustedImageTag(),
          new ShortCommitTag(),
          new ShadowedParameter(),
          new NormalizedNamespace(),
          new NameTooLong(),
          new RawParameterInPatch(),
          new PatchOfLifecycle(),
          new UnclosedAction(),
          new UngatedPullRequests(),
          new AnyTargetBranch(),
          new UnanchoredFilter(),
          new InvalidFilterPattern(),
          new EmptyFilter(),
          new UnknownField(),
          new ClosedMergeRequests(),
          new AnonymousForge(),
          new InsecureForge(),
          new ChangeableAuthor(),
          new NeverDeleted(),
          new PreservedResources(),
          new NotFoundMeansEmpty(),
          new PollingInterval(),
          new GitlabProjectPath(),
          new UnionedGenerators(),
          new GeneratorArity(),
          new GeneratorWithoutProvider(),
          new IncompleteProvider(),
          new RollingSyncSteps(),
          new RollingSyncOfPreviews(),
          new WrongFieldType(),
          new EmptySet(),
          new TemplateNamespaceIgnored(),
          new MapAsText(),
          new MalformedTemplate(),
          new MeetingPreviews(),
          new HookOfGoneBranch(),
          new MatrixPolling(),
          new OneNameForMany(),
          new MeetingSets());
}
