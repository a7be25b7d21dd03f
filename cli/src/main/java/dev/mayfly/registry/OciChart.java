package dev.mayfly.registry;

import dev.mayfly.registry.ChartStore.ChartName;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Callable;
import land.oras.ContainerRef;
import land.oras.Layer;
import land.oras.Manifest;
import land.oras.Registry;

/**
 * A chart as an artifact: one layer of its manifest is the packed chart (Helm docs, "Use OCI-based
 * registries"). A tag cannot hold the plus sign of a version, which Helm writes as an underscore.
 */
record OciChart(RegistryAccess access, String repository, ChartName name)
    implements Callable<byte[]> {
  private static final String CONTENT = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

  @Override
  public byte[] call() throws IOException {
    Registry registry = access.registry();
    String tag = name.version().replace('+', '_');
    ContainerRef reference = ContainerRef.parse(repository + "/" + name.chart() + ":" + tag);
    Manifest manifest = registry.getManifest(reference);
    Layer layer =
        manifest.getLayers().stream()
            .filter(it -> CONTENT.equals(it.getMediaType()))
            .findFirst()
            .orElseThrow(() -> name.failed("has `" + name.chart() + "`, which is not a chart", ""));
    String digest = layer.getDigest();
    if (digest == null || !digest.startsWith("sha256:")) {
      throw name.failed("gives its chart no sha256 digest", "");
    }
    try (InputStream in = registry.fetchBlob(reference.withDigest(digest))) {
      byte[] content = in.readNBytes(ChartStore.LARGEST + 1);
      if (content.length > ChartStore.LARGEST) {
        throw name.tooLarge();
      }
      return ChartStore.checked(content, name, digest.substring("sha256:".length()));
    }
  }
}
