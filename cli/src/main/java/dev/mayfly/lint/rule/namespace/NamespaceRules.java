package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class NamespaceRules {
  private NamespaceRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("AS048", new LateNamespace(), GroupKind.NAMESPACE),
          Rule.of("NS001", new IncompleteBaseline(), GroupKind.NAMESPACE),
          Rule.of("NS002", new NoPodSecurity(), GroupKind.NAMESPACE),
          Rule.of("NS003", new QuotaTooSmall()),
          Rule.of("NS004", new UnservedSecretVersion()),
          Rule.of("NS005", new ExposedService(), GroupKind.SERVICE),
          Rule.of("NS006", new DatabaseCutOff()),
          Rule.of("NS008", new NoDns()),
          Rule.of("NS009", new MetadataReachable(), GroupKind.NETWORK_POLICY),
          Rule.of("NS010", new ForeignNamespace()),
          Rule.of("NS011", new KeptObject()),
          Rule.of("NS012", new OpenSharedNamespace(), GroupKind.NETWORK_POLICY),
          Rule.of(
              "NS013",
              new BoundsOfSharedNamespace(),
              GroupKind.RESOURCE_QUOTA,
              GroupKind.LIMIT_RANGE,
              GroupKind.NAMESPACE),
          Rule.of("NS014", new QuotaWithoutDefault()),
          Rule.of("NS007", new PlatformKindInBundle(), GroupKind.APPLICATION_SET),
          Rule.of("NS015", new OpenSecretStore(), GroupKind.EXTERNAL_SECRET),
          Rule.of("NS016", new ClusterObjectInPreview()),
          Rule.of("NS017", new BeforeItsNamespace()),
          Rule.of("NS018", new OwnedSecret()),
          Rule.of("NS019", new NeverRefreshed(), GroupKind.EXTERNAL_SECRET));
}
