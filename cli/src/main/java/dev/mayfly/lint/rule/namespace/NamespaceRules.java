package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class NamespaceRules {
  private NamespaceRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("AS048", new LateNamespace()),
          Rule.of("NS001", new IncompleteBaseline()),
          Rule.of("NS002", new NoPodSecurity()),
          Rule.of("NS003", new QuotaTooSmall()),
          Rule.of("NS004", new UnservedSecretVersion()),
          Rule.of("NS005", new ExposedService()),
          Rule.of("NS006", new DatabaseCutOff()),
          Rule.of("NS008", new NoDns()),
          Rule.of("NS009", new MetadataReachable()),
          Rule.of("NS010", new ForeignNamespace()),
          Rule.of("NS011", new KeptObject()),
          Rule.of("NS012", new OpenSharedNamespace()),
          Rule.of("NS013", new BoundsOfSharedNamespace()),
          Rule.of("NS014", new QuotaWithoutDefault()),
          Rule.of("NS007", new PlatformKindInBundle()),
          Rule.of("NS015", new OpenSecretStore()),
          Rule.of("NS016", new ClusterObjectInPreview()),
          Rule.of("NS017", new BeforeItsNamespace()),
          Rule.of("NS018", new OwnedSecret()),
          Rule.of("NS019", new NeverRefreshed()));
}
