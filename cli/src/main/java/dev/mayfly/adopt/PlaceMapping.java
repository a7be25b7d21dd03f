package dev.mayfly.adopt;

import dev.mayfly.platform.PlaceSyntaxes;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.platform.TargetCluster;
import java.util.List;

/** The set's own name and namespace, and the cluster that previews go to. */
final class PlaceMapping implements Mapping {
  @Override
  public List<String> reads() {
    return List.of(
        "set.metadata.name",
        "set.metadata.namespace",
        "template.spec.project",
        "template.spec.destination.server",
        "template.spec.destination.name");
  }

  @Override
  public void map(Adoption adoption) {
    HandWritten set = adoption.first();
    String name = NameText.app(set.name(), List.of());
    if (name.isEmpty()) {
      String owner = SetProbe.ofRepository(set.applications().getFirst(), "owner");
      String taken = NameText.fitted(owner);
      adoption.metadata.put(
          "name",
          taken.isEmpty() ? "previews" : taken,
          new Origin.Assumed("the name of the set says only that it makes previews"));
    } else {
      adoption.metadata.put("name", name, Origin.from(set.set(), "metadata", "name"));
    }
    Draft.Fields argocd = adoption.spec.below("argocd");
    String namespace = HandWritten.text(set.set(), "metadata", "namespace");
    if (Syntaxes.DNS_LABEL.matches(namespace)) {
      argocd.put("namespace", namespace, Origin.from(set.set(), "metadata", "namespace"));
    } else {
      argocd.put("namespace", "argocd", new Origin.Assumed("the set names no namespace"));
    }
    cluster(adoption, argocd);
    AppDraft app = adoption.apps.getFirst();
    adoption.changed(
        app.at("spec", "project"),
        "project " + app.text("spec", "project"),
        "previews get an AppProject of their own; the old one stays for those that still run");
  }

  private static void cluster(Adoption adoption, Draft.Fields argocd) {
    AppDraft app = adoption.apps.getFirst();
    String server = app.text("spec", "destination", "server").replaceAll("/+$", "");
    String name = app.text("spec", "destination", "name");
    if (name.equals(TargetCluster.OWN_NAME)) {
      argocd.put(
          "cluster", TargetCluster.OWN_SERVER, Origin.from(app.at("spec", "destination", "name")));
    } else if (PlaceSyntaxes.SERVER_URL.matches(server)) {
      argocd.put("cluster", server, Origin.from(app.at("spec", "destination", "server")));
    } else if (PlaceSyntaxes.CLUSTER_REF.matches(name)) {
      argocd.below("cluster").put("name", name, Origin.from(app.at("spec", "destination", "name")));
    } else {
      argocd.open(
          "cluster",
          "the https URL of the cluster's API server as Argo CD has it, or `{name: ...}`",
          "https://cluster.invalid");
    }
    for (AppDraft other : adoption.apps) {
      if (!other
              .text("spec", "destination", "server")
              .equals(app.text("spec", "destination", "server"))
          || !other.text("spec", "destination", "name").equals(name)) {
        adoption.lost(
            other.at("spec", "destination"),
            "destination of " + other.applicationName(),
            "a platform has one cluster; adopt the sets of each cluster by themselves");
      }
    }
  }
}
