package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class ApplicationSetRules {
  private ApplicationSetRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("AS001", new GoTemplateOff()),
          Rule.of("AS002", new MissingKeyTolerated()),
          Rule.of("AS003", new UnknownTemplateOption()),
          Rule.of("AS004", new UndefinedParameter()),
          Rule.of("AS005", new MissingKeyHole()),
          Rule.of("AS006", new IndexOfLabels()),
          Rule.of("AS007", new DigInValues()),
          Rule.of("AS008", new ChangingFunction()),
          Rule.of("AS010", new WrongTemplateSyntax()),
          Rule.of("AS011", new UntrustedIdentity()),
          Rule.of("AS012", new SlugIdentity()),
          Rule.of("AS070", new CommitIdentity()),
          Rule.of("AS071", new StalePreview()),
          Rule.of("AS072", new UntrustedImageTag()),
          Rule.of("AS073", new ShortCommitTag()),
          Rule.of("AS074", new ShadowedParameter()),
          Rule.of("AS013", new NormalizedNamespace()),
          Rule.of("AS014", new NameTooLong()),
          Rule.of("AS015", new RawParameterInPatch()),
          Rule.of("AS016", new PatchOfLifecycle()),
          Rule.of("AS017", new UnclosedAction()),
          Rule.of("AS022", new UngatedPullRequests()),
          Rule.of("AS023", new AnyTargetBranch()),
          Rule.of("AS024", new UnanchoredFilter()),
          Rule.of("AS025", new InvalidFilterPattern()),
          Rule.of("AS026", new EmptyFilter()),
          Rule.of("AS028", new ClosedMergeRequests()),
          Rule.of("AS029", new AnonymousForge()),
          Rule.of("AS030", new InsecureForge()),
          Rule.of("AS034", new ChangeableAuthor()),
          Rule.of("AS040", new NeverDeleted()),
          Rule.of("AS041", new PreservedResources()),
          Rule.of("AS050", new NotFoundMeansEmpty()),
          Rule.of("AS051", new PollingInterval()),
          Rule.of("AS052", new GitlabProjectPath()),
          Rule.of("AS054", new UnionedGenerators()),
          Rule.of("AS056", new GeneratorArity()),
          Rule.of("AS057", new GeneratorWithoutProvider()),
          Rule.of("AS059", new RollingSyncSteps()),
          Rule.of("AS060", new RollingSyncOfPreviews()),
          Rule.of("AS062", new EmptySet()),
          Rule.of("AS063", new TemplateNamespaceIgnored()),
          Rule.of("AS064", new MapAsText()),
          Rule.of("AS018", new MalformedTemplate()),
          Rule.of("AS031", new MeetingPreviews(), GroupKind.APPLICATION_SET),
          Rule.of("AS053", new HookOfGoneBranch(), GroupKind.APPLICATION_SET),
          Rule.of("AS065", new MatrixPolling()),
          Rule.of("AS066", new OneNameForMany()),
          Rule.of("AS067", new MeetingSets()),
          Rule.of("AS019", new UnquotedParameter()),
          Rule.of("AS033", new NamelessApplication()),
          Rule.of("AS035", new ChangingSelector()),
          Rule.of("AS036", new OneHostForAll()),
          Rule.of("AS037", new FirstPageOnly()),
          Rule.of("AS038", new MapIntoItself()),
          Rule.of("AS039", new ValuesOverValues()),
          Rule.of("AS055", new DroppedNull()));
}
