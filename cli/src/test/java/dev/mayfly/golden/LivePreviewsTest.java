package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Policy;
import dev.mayfly.manifest.LivePreviews;
import dev.mayfly.manifest.Templates;
import dev.mayfly.review.RenderedPreviews;
import dev.mayfly.workspace.PreviewsOnDisk;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What committed previews hold is told without reading those that are as rendered. */
class LivePreviewsTest {
  static Stream<String> platforms() {
    return PlatformMatrix.ALL.accepted().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("platforms")
  void oneThatIsReadStandsForAllOfItsApp(String name) {
    RenderedPlatform seven = RenderedPlatform.of(PlatformMatrix.ALL.accepted().get(name), "7");
    SortedMap<String, byte[]> files = bytes(seven);
    files.putAll(bytes(RenderedPlatform.of(PlatformMatrix.ALL.accepted().get(name))));
    assertThat(live(seven, files)).isEqualTo(PreviewsOnDisk.of(files).live());
  }

  @Test
  void whatSomebodyPutsBesideIsRead() {
    RenderedPlatform platform =
        RenderedPlatform.of(PlatformMatrix.ALL.accepted().values().iterator().next());
    SortedMap<String, byte[]> files = bytes(platform);
    String folder = files.firstKey().substring(0, files.firstKey().lastIndexOf('/'));
    String other = "apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: elsewhere}\n";
    files.put(folder + "/other.yaml", other.getBytes(StandardCharsets.UTF_8));

    LivePreviews live = live(platform, files);

    assertThat(live.destinations()).contains("elsewhere");
    assertThat(live).isEqualTo(PreviewsOnDisk.of(files).live());
  }

  private static LivePreviews live(RenderedPlatform platform, SortedMap<String, byte[]> files) {
    Templates templates = new Templates(ExampleExtras.of(platform.loaded().platform()));
    return RenderedPreviews.of(new Policy(platform.loaded(), templates), files).live();
  }

  private static SortedMap<String, byte[]> bytes(RenderedPlatform platform) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    platform
        .overlays()
        .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }
}
