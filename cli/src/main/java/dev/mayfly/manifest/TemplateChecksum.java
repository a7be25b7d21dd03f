package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Binding;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A checksum over manifests whose holes are still open. It tells stale from changed and guards
 * nothing, so a fast checksum does; whoever forges one is found by the comparison of bytes.
 */
final class TemplateChecksum {
  private TemplateChecksum() {}

  static String of(List<Manifest> manifests, Blueprint blueprint) {
    CRC32C checksum = new CRC32C();
    Binding holes = fact -> "<" + fact.form() + ">";
    for (Manifest manifest : manifests) {
      checksum.update((manifest.path() + "\n").getBytes(StandardCharsets.UTF_8));
      checksum.update(manifest.text(holes).getBytes(StandardCharsets.UTF_8));
    }
    blueprint
        .app()
        .bundle()
        .origin()
        .followed()
        .ifPresent(
            followed -> checksum.update(followed.toString().getBytes(StandardCharsets.UTF_8)));
    return "crc32c-" + HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
