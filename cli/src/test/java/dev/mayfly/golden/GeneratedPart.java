package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a page that a test writes; people write what stands around it. */
public final class GeneratedPart {
  private GeneratedPart() {}

  /** Compares what stands between the two marks of a name; an update run writes it. */
  public static void verify(Path page, String name, String wanted) throws IOException {
    String begin = "<!-- " + name + ": written by `./verify --update-goldens` -->\n";
    String end = "<!-- /" + name + " -->\n";
    String text = Files.readString(page);
    assertThat(text).containsOnlyOnce(begin).containsOnlyOnce(end);
    String before = text.substring(0, text.indexOf(begin) + begin.length());
    String after = text.substring(text.indexOf(end));
    if (GoldenReporter.updating()) {
      Files.writeString(page, before + wanted + after);
    }
    assertThat(text)
        .as("`./verify --update-goldens` writes %s anew; read the difference", page)
        .isEqualTo(before + wanted + after);
  }
}
