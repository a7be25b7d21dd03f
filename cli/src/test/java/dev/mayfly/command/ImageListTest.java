package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of images in the environment, in every way that CI systems write lists. */
class ImageListTest {
  private static final Path EXAMPLE = Examples.HOME.resolve("shapes/unchanged-services");
  private static final String WEB = "ghcr.io/acme/market-web@sha256:" + "a".repeat(64);
  private static final String WORKER = "worker@sha256:" + "b".repeat(64);

  @ParameterizedTest
  @ValueSource(
      strings = {"%s\n%s", "%s\n\n%s\n", "%s\r\n%s\r\n", "%s,%s", "%s, %s,", "%s %s", "\t%s\n  %s"})
  void isTakenApart(String list) {
    CommandLineRun run = render(list.formatted(WEB, WORKER));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("sha256:" + "a".repeat(64), "sha256:" + "b".repeat(64));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " , "})
  void anEmptyOneGivesNothing(String list) {
    CommandLineRun run = render(list);
    assertThat(run.code()).isEqualTo(ExitCode.RENDERING);
    assertThat(run.err()).contains("digest-not-given");
  }

  private static CommandLineRun render(String images) {
    return CommandLineRun.of(
        CommandCatalog.all(),
        Map.of("MAYFLY_IMAGE", images),
        EXAMPLE,
        "render",
        "preview",
        "--event",
        "pull-request.json");
  }
}
