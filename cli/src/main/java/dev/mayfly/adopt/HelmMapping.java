package dev.mayfly.adopt;

import dev.mayfly.yaml.Node;
import java.util.List;

/** What a chart is given: values, whichever way the set gives them, and its images. */
final class HelmMapping implements Mapping {
  @Override
  public List<String> reads() {
    return List.of(
        "template.source.helm.values",
        "template.source.helm.valuesObject",
        "template.source.helm.parameters",
        "template.source.helm.releaseName");
  }

  @Override
  public void map(Adoption adoption) {
    for (AppDraft app : adoption.apps) {
      Draft.Fields placed = placed(app, adoption);
      if (!placed.entries().isEmpty()) {
        app.fields.entries().put("values", placed);
      }
      Node source = app.bundle();
      String release = HandWritten.text(source, "helm", "releaseName");
      if (!release.isEmpty() && !release.equals(app.applicationName())) {
        adoption.changed(
            source.orThis("helm", "releaseName").location(),
            "releaseName " + release,
            "the release is called as the Application, and so are the objects of most charts");
      }
    }
  }

  /**
   * A second time where no image was found: the commit under another key is then the tag of one.
   */
  private static Draft.Fields placed(AppDraft app, Adoption adoption) {
    Draft.Fields placed = new PlacedValues(app, adoption, false).place(app.values);
    return app.images.isEmpty() && app.bundle().at("kustomize") == null
        ? new PlacedValues(app, adoption, true).place(app.values)
        : placed;
  }
}
