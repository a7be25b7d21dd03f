package dev.mayfly.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fields of which nothing is carried over, each with the reason; those without one need none. */
final class LeftOut implements Mapping {
  private static final String EVALUATED = "";
  private static final String NOT_KEPT = "the rendered Application has none";
  private static final String IN_BUNDLE =
      "a kustomization is given its namespace and its images; what else it needs, it holds itself";
  private static final String CHART = "how Argo CD calls Helm is not configurable here";
  private static final String SAFE = "the rendered set has it as is safe for teardown";

  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("set.spec.goTemplate", EVALUATED),
          Map.entry("set.spec.goTemplateOptions", EVALUATED),
          Map.entry("set.spec.applyNestedSelectors", EVALUATED),
          Map.entry("pullRequest.values", EVALUATED),
          Map.entry("pullRequest.template", EVALUATED),
          Map.entry("set.metadata.labels", NOT_KEPT),
          Map.entry("set.metadata.annotations", NOT_KEPT),
          Map.entry("set.spec.strategy", "a preview is synced at once; steps mean nothing for it"),
          Map.entry("set.spec.syncPolicy", SAFE),
          Map.entry("set.spec.preservedFields", NOT_KEPT),
          Map.entry("set.spec.ignoreApplicationDifferences", NOT_KEPT),
          Map.entry(
              "pullRequest.requeueAfterSeconds",
              "Argo CD watches the GitOps repository in place of the forge"),
          Map.entry(
              "pullRequest.continueOnRepoNotFoundError",
              "Argo CD watches the GitOps repository in place of the forge"),
          Map.entry(
              "pullRequest.github.appSecretName",
              "the forge is asked from CI, with the token of the job"),
          Map.entry("pullRequest.gitlab.insecure", "certificates are always checked"),
          Map.entry("pullRequest.gitlab.caRef", "`MAYFLY_CA_FILE` names further authorities"),
          Map.entry("pullRequest.gitea.insecure", "certificates are always checked"),
          Map.entry("pullRequest.bitbucket", "the forge is not asked"),
          Map.entry("pullRequest.bitbucketServer", "the forge is not asked"),
          Map.entry("pullRequest.azuredevops", "the forge is not asked"),
          Map.entry("template.metadata.labels", "Mayfly's own labels say app and pull request"),
          Map.entry(
              "template.metadata.annotations",
              "the rendered Application links to the preview and has no others"),
          Map.entry("template.metadata.finalizers", SAFE),
          Map.entry("template.metadata.namespace", "Applications lie in Argo CD's namespace"),
          Map.entry("template.spec.ignoreDifferences", NOT_KEPT),
          Map.entry("template.spec.info", NOT_KEPT),
          Map.entry("template.spec.revisionHistoryLimit", NOT_KEPT),
          Map.entry("template.spec.sourceHydrator", "what is deployed is read from Git as it is"),
          Map.entry("template.source.name", NOT_KEPT),
          Map.entry("template.source.tagPrefix", NOT_KEPT),
          Map.entry("template.source.plugin", "what a plugin renders cannot be proven"),
          Map.entry("template.source.directory", "a folder is read with all below it"),
          Map.entry("template.source.helm", CHART),
          Map.entry("template.source.kustomize", IN_BUNDLE),
          Map.entry("project.metadata", EVALUATED),
          Map.entry("project.spec", "the rendered AppProject is made from what previews need"));

  @Override
  public List<String> reads() {
    return List.copyOf(FIELDS.keySet());
  }

  @Override
  public void map(Adoption adoption) {
    List<WrittenField> all = new ArrayList<>();
    adoption.sets.forEach(set -> all.addAll(WrittenField.of(set)));
    adoption.project().ifPresent(project -> all.addAll(WrittenField.ofProject(project)));
    for (WrittenField field : all) {
      String why =
          Mappings.nearest(field.path())
              .map(read -> FIELDS.getOrDefault(read, ""))
              .orElse("it is not a field that is known here");
      if (!why.isEmpty()) {
        adoption.lost(field.node().location(), field.path(), why);
      }
    }
  }
}
