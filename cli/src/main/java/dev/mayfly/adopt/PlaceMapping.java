package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
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
    Location named = set.set().orThis("metadata", "name").location();
    String name = NameText.app(set.name(), List.of());
    if (name.isEmpty()) {
      String owner = SetProbe.ofRepository(set.applications().getFirst(), "owner");
      String taken = NameText.fitted(owner);
      adoption.metadata.put(
          "name",
          taken.isEmpty() ? "previews" : taken,
          new Origin.Assumed("the name of the set says only that it makes previews"));
    } else {
      adoption.metadata.put("name", name, Origin.from(named));
    }
    Draft.Fields argocd = adoption.spec.below("argocd");
    String namespace = HandWritten.text(set.set(), "metadata", "namespace");
    if (Syntaxes.DNS_LABEL.matches(namespace)) {
      Location at = set.set().orThis("metadata", "namespace").location();
      argocd.put("namespace", namespace, Origin.from(at));
    } else {
      argocd.put("namespace", "argocd", new Origin.Assumed("the set names no namespace"));
    }
    cluster(adoption, argocd);
    AppDraft app = adoption.apps.getFirst();
    adoption.changed(
        app.application.orThis("spec", "project").location(),
        "project " + app.text("spec", "project"),
        "previews get an AppProject of their own; the old one stays for those that still run");
  }

  private static void cluster(Adoption adoption, Draft.Fields argocd) {
    AppDraft app = adoption.apps.getFirst();
    String server = app.text("spec", "destination", "server").replaceAll("/+$", "");
    String name = app.text("spec", "destination", "name");
    if (name.equals(TargetCluster.OWN_NAME)) {
      Location at = app.application.orThis("spec", "destination", "name").location();
      argocd.put("cluster", TargetCluster.OWN_SERVER, Origin.from(at));
    } else if (PlaceSyntaxes.SERVER_URL.matches(server)) {
      Location at = app.application.orThis("spec", "destination", "server").location();
      argocd.put("cluster", server, Origin.from(at));
    } else if (PlaceSyntaxes.CLUSTER_REF.matches(name)) {
      Location at = app.application.orThis("spec", "destination", "name").location();
      argocd.below("cluster").put("name", name, Origin.from(at));
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
            other.application.orThis("spec", "destination").location(),
            "destination of " + other.applicationName(),
            "a platform has one cluster; adopt the sets of each cluster by themselves");
      }
    }
  }
}
