package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.template.Scope;
import dev.mayfly.yaml.JsonWriter;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pattern A's Helm chart: the overlay's own templates, with the pull request's number left to Helm.
 * Its schema accepts that number and nothing else.
 */
final class BaselineChart {
  private BaselineChart() {}

  static SortedMap<String, String> files(Overlay overlay, Templates templates) {
    Blueprint blueprint = overlay.blueprint();
    String folder = PreviewFolders.baseline(blueprint.app().name()) + "/";
    SortedMap<String, String> files = new TreeMap<>();
    for (Manifest object : overlay.objects()) {
      files.put(folder + "templates/" + object.path(), object.text(GoTemplateBinding.HELM_CHART));
    }
    String name = blueprint.app().name() + "-preview";
    Manifest chart =
        templates.manifest(
            "Chart.yaml",
            TemplateName.CHART_CHART,
            new Scope()
                .put("name", name)
                .put("description", "What every preview of " + blueprint.app().name() + " has"));
    files.put(folder + chart.path(), chart.text(GoTemplateBinding.NO_PULL_REQUEST));
    files.put(
        folder + "values.schema.json",
        JsonWriter.pretty(
            templates
                .render(
                    TemplateName.CHART_VALUES_SCHEMA, new Scope().put("title", "values of " + name))
                .bind(GoTemplateBinding.NO_PULL_REQUEST)));
    return files;
  }
}
