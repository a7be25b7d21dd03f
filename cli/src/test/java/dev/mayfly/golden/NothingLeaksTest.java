package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No template language of one tool ends up in the files of another. */
class NothingLeaksTest {
  @Test
  void anOverlayHoldsOnlyTheExternalSecretsOwnTemplates() {
    Set<String> leaks = new TreeSet<>();
    forEach((platform, rendered) ->
        rendered
            .overlays()
            .forEach((path, text) -> {
              Node document = PlainTrees.read(path, text);
              PlainTrees.scalars(
                  document,
                  (keys, scalar) -> {
                    boolean braces = scalar.text().contains("{{") || scalar.text().contains("${");
                    if (braces && !mayHoldBraces(document, keys)) {
                      leaks.add(platform + " " + path + " " + keys + " " + scalar.text());
                    }
                  });
            }));
    assertThat(leaks).isEmpty();
  }

  @Test
  void thePlatformSetHoldsNoPlaceholderOfOurs() {
    Set<String> leaks = new TreeSet<>();
    forEach((platform, rendered) ->
        rendered
            .platformSet()
            .forEach((path, text) -> {
              // ${c} is what the matrix escapes on purpose, in a chart's own values.
              if (text.replace("${c}", "").contains("${") || text.contains("<no value>")) {
                leaks.add(platform + " " + path);
              }
            }));
    assertThat(leaks).isEmpty();
  }

  @Test
  void onlyApplicationSetsAndChartsHoldActions() {
    Set<String> leaks = new TreeSet<>();
    forEach((platform, rendered) ->
        rendered
            .platformSet()
            .forEach((path, text) -> {
              boolean templated =
                  path.startsWith("platform/application-set-")
                      || path.contains("/baseline/templates/")
                      // It quotes the templates of the overlay's ExternalSecrets.
                      || path.startsWith("platform/admission-policy-")
                      || path.equals("platform/webhook-secret.yaml")
                      // Argo CD's notifications are templates of Argo CD.
                      || path.equals("platform/patches/argocd-notifications-cm.yaml");
              if (!templated && text.contains("{{")) {
                leaks.add(platform + " " + path);
              }
            }));
    assertThat(leaks).isEmpty();
  }

  @Test
  void nothingUntrustedIsInAnythingButTheRecordsNotes() {
    Set<String> leaks = new TreeSet<>();
    forEach((platform, rendered) ->
        rendered
            .documents()
            .forEach((path, text) ->
                PlainTrees.scalars(
                    PlainTrees.read(path, text),
                    (keys, scalar) -> {
                      if (scalar.text().contains("kind: Secret")
                          && !(path.endsWith("/preview.yaml")
                              && keys.getFirst().equals("metadata")
                              && keys.get(1).equals("annotations"))) {
                        leaks.add(platform + " " + path + " " + keys);
                      }
                    })));
    assertThat(leaks).isEmpty();
  }

  @Test
  void nothingCarriesALabelThatHangsSnapshots() {
    // Inherited by a volume, they keep CloudNativePG from finding it (issue 9920).
    forEach((platform, rendered) ->
        rendered
            .documents()
            .forEach((path, text) ->
                PlainTrees.scalars(
                    PlainTrees.read(path, text),
                    (keys, scalar) -> {
                      if (keys.size() > 2
                          && keys.subList(0, 2).equals(List.of("metadata", "labels"))) {
                        assertThat(keys.get(2))
                            .as(platform + path)
                            .doesNotStartWith("app.kubernetes.io/");
                      }
                    })));
  }

  private static boolean mayHoldBraces(Node document, List<String> keys) {
    return switch (String.valueOf(document.textAt("kind"))) {
      case "ExternalSecret" ->
          keys.size() > 3
              && keys.subList(0, 4).equals(List.of("spec", "target", "template", "data"));
      case "Preview" -> keys.subList(0, 2).equals(List.of("metadata", "annotations"));
      default -> false;
    };
  }

  private static void forEach(java.util.function.BiConsumer<String, RenderedPlatform> action) {
    for (Map.Entry<String, dev.mayfly.manifest.YamlDraft> platform :
        PlatformMatrix.ALL.accepted().entrySet()) {
      action.accept(platform.getKey(), RenderedPlatform.of(platform.getValue()));
    }
  }
}
