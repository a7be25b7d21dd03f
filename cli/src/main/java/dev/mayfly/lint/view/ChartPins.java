package dev.mayfly.lint.view;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.platform.ReleaseLine;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The releases of operators that the repository itself installs by their Helm charts: through an
 * Application, Flux or kustomize.
 */
public final class ChartPins {
  private static final Pattern RELEASE = Pattern.compile("[v~^]?(\\d{1,4}\\.\\d{1,4})(\\..*)?");
  private static final GroupKind HELM_RELEASE =
      new GroupKind("helm.toolkit.fluxcd.io", "HelmRelease");

  private record Pin(String chart, String revision) {
    /** An OCI registry has its charts below a path. */
    boolean isOf(String wanted) {
      return chart.equals(wanted) || chart.endsWith("/" + wanted);
    }

    /** Empty where it cannot be read, such as {@code *}. */
    Optional<ReleaseLine> release() {
      Matcher matcher = RELEASE.matcher(revision);
      return matcher.matches()
          ? Optional.of(ReleaseLine.parse(matcher.group(1)))
          : Optional.empty();
    }
  }

  private ChartPins() {}

  /**
   * The one release of this chart that everything here installs; empty where there is none, where
   * there are several, or where one cannot be read.
   */
  public static Optional<ReleaseLine> only(Corpus corpus, String chart) {
    Set<Optional<ReleaseLine>> releases =
        pins(corpus).filter(it -> it.isOf(chart)).map(Pin::release).collect(Collectors.toSet());
    return releases.size() == 1 ? releases.iterator().next() : Optional.empty();
  }

  private static Stream<Pin> pins(Corpus corpus) {
    return Stream.of(
            ApplicationView.all(corpus)
                .flatMap(it -> it.sources().stream())
                .map(it -> new Pin(it.textOrEmpty("chart"), it.textOrEmpty("targetRevision"))),
            corpus.of(HELM_RELEASE).stream()
                .flatMap(it -> Stream.ofNullable(it.at("spec", "chart", "spec")))
                .map(it -> new Pin(it.textOrEmpty("chart"), it.textOrEmpty("version"))),
            corpus.kustomizations().stream()
                .flatMap(it -> it.mapsAt("helmCharts").stream())
                .map(it -> new Pin(it.textOrEmpty("name"), it.textOrEmpty("version"))))
        .flatMap(it -> it);
  }
}
