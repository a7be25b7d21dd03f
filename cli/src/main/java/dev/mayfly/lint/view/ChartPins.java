package dev.mayfly.lint.view;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.MapNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The releases of an operator that the repository itself installs by its Helm chart: through an
 * Application, Flux or kustomize.
 *
 * @param releases every release line that stands there
 * @param open whether one stands there that cannot be read, such as {@code *}
 */
public record ChartPins(Set<ReleaseLine> releases, boolean open) {
  private static final Pattern RELEASE = Pattern.compile("[v~^]?(\\d{1,4}\\.\\d{1,4})(\\..*)?");
  private static final GroupKind HELM_RELEASE =
      new GroupKind("helm.toolkit.fluxcd.io", "HelmRelease");

  /** What is found of the chart with this name. */
  public static ChartPins of(Corpus corpus, String chart) {
    ChartPins pins = new ChartPins(new TreeSet<>(), false);
    for (SourceView source :
        ApplicationView.all(corpus).flatMap(it -> it.sources().stream()).toList()) {
      pins = pins.with(chart, source.textOrEmpty("chart"), source.textOrEmpty("targetRevision"));
    }
    for (Resource release : corpus.of(HELM_RELEASE)) {
      pins = pins.with(chart, text(release, "chart"), text(release, "version"));
    }
    for (Kustomization kustomization : corpus.kustomizations()) {
      for (MapNode entry : kustomization.mapsAt("helmCharts")) {
        pins = pins.with(chart, entry.textOrEmpty("name"), entry.textOrEmpty("version"));
      }
    }
    return pins;
  }

  private static String text(Resource release, String field) {
    return release.textOrEmpty("spec", "chart", "spec", field);
  }

  private ChartPins with(String wanted, String chart, String revision) {
    // An OCI registry has its charts below a path.
    if (!chart.equals(wanted) && !chart.endsWith("/" + wanted)) {
      return this;
    }
    Matcher matcher = RELEASE.matcher(revision);
    if (!matcher.matches()) {
      return new ChartPins(releases, true);
    }
    Set<ReleaseLine> all = new TreeSet<>(releases);
    all.add(ReleaseLine.parse(matcher.group(1)));
    return new ChartPins(all, open);
  }

  /** The one release that everything here installs; empty where there is none, or several. */
  public Optional<ReleaseLine> only() {
    return open || releases.size() != 1
        ? Optional.empty()
        : Optional.of(releases.iterator().next());
  }
}
