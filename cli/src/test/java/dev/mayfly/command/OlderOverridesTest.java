package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.manifest.Templates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates that admins wrote before bundles could come from elsewhere go on without that. */
class OlderOverridesTest {
  @TempDir Path temp;

  private Scenario overridden(String example) {
    String application =
        text("platform/application.yaml")
            .replace("${bundle.revision}", "${pr.headSha}")
            .replace("${retry.limit}", "3")
            .replace("${retry.maxDuration}", "5s")
            .replace("      chart: ${bundle.chart}\n", "");
    String record = text("overlay/preview.yaml").replace("  bundle: ${recordedBundle}\n", "");
    return Scenario.of(example, temp.resolve(example))
        .write("templates/platform/application.yaml", application)
        .write("templates/overlay/preview.yaml", record);
  }

  private static String text(String template) {
    return new String(Templates.bundled(template), StandardCharsets.UTF_8);
  }

  @Test
  void theyServeBundlesOfThePullRequest() {
    overridden("shapes/base-outside")
        .rendered("render", "all", "--event", "pull-request.json", "--source", "source");
  }

  @Test
  void theyAreRefusedForOthersWhichTheyWouldReadElsewhere() {
    Scenario scenario = overridden("shapes/bundle-elsewhere");
    String record = scenario.read("templates/overlay/preview.yaml");
    scenario.write("templates/overlay/preview.yaml", text("overlay/preview.yaml"));
    CommandLineRun run = scenario.run("render", "platform");
    assertThat(run.code()).isEqualTo(ExitCode.RENDERING);
    assertThat(run.err()).contains("unused-value", "`bundle.revision`");
    scenario.write("templates/overlay/preview.yaml", record);
    CommandLineRun preview =
        scenario.run(
            "render",
            "preview",
            "--event",
            "pull-request.json",
            "--image",
            "ghcr.io/acme/web@sha256:" + "1".repeat(64),
            "--bundle-revision",
            "1".repeat(40));
    assertThat(preview.err()).contains("unused-value", "`recordedBundle`");
  }

  /** It would let an app that is noticed before its namespace stay failed. */
  @Test
  void oneThatHardlyTriesAgainIsRefusedForAppsOfAnEnvironment() {
    CommandLineRun run = overridden("shapes/environment").run("render", "platform");
    assertThat(run.code()).isEqualTo(ExitCode.RENDERING);
    assertThat(run.err()).contains("unused-value", "`retry.limit`");
  }
}
