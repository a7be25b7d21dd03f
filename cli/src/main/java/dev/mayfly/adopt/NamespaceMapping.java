package dev.mayfly.adopt;

import dev.mayfly.argocd.SyncOption;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;

/** Whether each preview has a namespace, who makes it, and what it is called. */
final class NamespaceMapping implements Mapping {
  @Override
  public List<String> reads() {
    return List.of(
        "template.spec.destination.namespace", "template.spec.syncPolicy.managedNamespaceMetadata");
  }

  @Override
  public void map(Adoption adoption) {
    AppDraft app = adoption.apps.getFirst();
    Location at = app.at("spec", "destination", "namespace");
    String name = app.namespace();
    boolean fixed = adoption.apps.stream().noneMatch(a -> Marks.in(a.namespace()));
    boolean one = adoption.apps.stream().map(AppDraft::namespace).distinct().count() == 1;
    Draft.Fields namespace = adoption.spec.below("namespace");
    if (EnvironmentMapping.isAny(adoption)) {
      together(adoption, namespace, at);
    } else if (fixed && one && Syntaxes.DNS_LABEL.matches(name)) {
      shared(adoption, namespace, name, at);
    } else {
      own(adoption, namespace, at);
    }
    Node enforced =
        app.application.at(
            "spec",
            "syncPolicy",
            "managedNamespaceMetadata",
            "labels",
            KubernetesMetadata.ENFORCED_POD_SECURITY);
    if (enforced instanceof ScalarNode level && Syntaxes.POD_SECURITY.matches(level.text())) {
      namespace.put("podSecurity", level.text(), Origin.from(level));
    } else if (namespace.entries().get("name") == null) {
      adoption.stricter(
          null,
          "namespace.podSecurity",
          "pods run under `restricted` unless the file says `baseline`");
    }
  }

  private static void shared(Adoption adoption, Draft.Fields namespace, String name, Location at) {
    boolean directory = adoption.apps.stream().anyMatch(a -> a.bundle().at("directory") != null);
    if (directory) {
      namespace.put(
          "strategy",
          "manifest",
          new Origin.Assumed("plain manifests have the same names for every pull request"));
      adoption.changed(
          at,
          "namespace " + name,
          "each preview gets a namespace of its own, or its objects would meet those of the others");
      return;
    }
    namespace.put("strategy", "shared", Origin.from(at));
    namespace.put("name", name, Origin.from(at));
    adoption.stricter(
        at,
        "namespace " + name,
        "previews share it: every object of a bundle must carry the preview's name, and an admission"
            + " policy holds them to it");
  }

  /** The namespace has to go by itself, so it is brought and not made by Argo CD. */
  private static void together(Adoption adoption, Draft.Fields namespace, Location at) {
    namespace.put("strategy", "manifest", Origin.from(at));
    String pattern = EnvironmentMapping.pattern(adoption);
    if (!pattern.isEmpty()) {
      adoption.spec.below("naming").put("namespace", pattern, Origin.from(at));
    } else {
      adoption.changed(
          at, "names (namespace)", "no one pattern says them; `naming.namespace` is the default");
    }
    adoption.changed(
        at,
        "namespace " + adoption.apps.getFirst().namespace(),
        "its apps share it as an environment: they take one place of the limit, and it is made with"
            + " the first and removed with the last of them");
  }

  private static void own(Adoption adoption, Draft.Fields namespace, Location at) {
    AppDraft app = adoption.apps.getFirst();
    Optional<ScalarNode> option =
        SyncMapping.options(app.application).find(SyncOption.CREATE_NAMESPACE);
    if (option.isPresent()) {
      namespace.put("strategy", "create-namespace", Origin.from(option.get().location()));
    } else {
      namespace.put(
          "strategy",
          "manifest",
          new Origin.Assumed("the set makes no namespace, so one is brought with each preview"));
    }
    List<String> numbered =
        adoption.apps.stream().map(a -> NameText.numbered(a.namespace())).toList();
    for (AppDraft each : adoption.apps) {
      if (NameText.isChanged(each.namespace())) {
        NameMapping.changed(adoption, at, "namespace " + each.namespace(), each.namespace());
      }
    }
    NameMapping.pattern(adoption, "namespace", numbered, at);
  }
}
