package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class NamespaceRules {
  private NamespaceRules() {}

  public static final List<Rule> ALL =
      List.of(
          new LateNamespace(),
          new IncompleteBaseline(),
          new NoPodSecurity(),
          new QuotaTooSmall(),
          new UnservedSecretVersion(),
          new ExposedService(),
          new DatabaseCutOff(),
          new NoDns(),
          new MetadataReachable(),
          new ForeignNamespace(),
          new KeptObject(),
          new OpenSharedNamespace(),
          new BoundsOfSharedNamespace(),
          new QuotaWithoutDefault(),
          new PlatformKindInBundle(),
          new OpenSecretStore(),
          new ClusterObjectInPreview());
}
