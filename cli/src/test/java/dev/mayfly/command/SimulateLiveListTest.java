package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken for a listing of Applications. */
class SimulateLiveListTest extends LiveExample {
  @Test
  void aListOfArgoCdAndAnEmptyOneAreRead() throws IOException {
    String list = Files.readString(temp.resolve("live.json"));
    Files.writeString(
        temp.resolve("live.json"), list.substring(list.indexOf('['), list.lastIndexOf(']') + 1));
    assertThat(run().out()).contains("deleted shop-pr-3", "unchanged: 1");
    Files.writeString(temp.resolve("live.json"), "{\"kind\": \"List\", \"items\": []}");
    assertThat(run().out()).contains("created shop-pr-7\n", "created shop-pr-12\n");
    edit("applicationset.yaml", "path: deploy", "path: \"{{ .nothing }}\"");
    assertThat(run().out()).contains("but stalled").doesNotContain("  created");
  }

  @Test
  void aListOfAnotherClusterIsSaidToBeNoneOfTheSet() throws IOException {
    assertThat(run().err()).doesNotContain("none of the Applications");
    String live = Files.readString(temp.resolve("live.json"));
    Files.writeString(temp.resolve("live.json"), live.replace("\"shop-previews\"", "\"others\""));
    assertThat(run().err()).contains("note[live-elsewhere]: none of the Applications of `--live`");
  }

  @Test
  void aListOfAnySizeIsReadToItsEnd() throws IOException {
    String live = Files.readString(temp.resolve("live.json"));
    Files.writeString(
        temp.resolve("live.json"),
        live.replaceFirst("\"status\": \\{", "\"status\": {\"a\": " + " ".repeat(9 << 20) + "1, "));
    assertThat(run().out()).contains("deleted shop-pr-3", "unchanged: 1");
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty",
    "'[{]      ', line 1",
    "'{\"kind\": \"Pod\"}', holds a `Pod`",
    "'{\"items\": [', middle",
    "NAME  SYNC, JSON"
  })
  void noListingIsSaid(String content, String says) throws IOException {
    Files.writeString(temp.resolve("live.json"), content);
    assertThat(run().code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run().err()).contains(says);
  }
}
