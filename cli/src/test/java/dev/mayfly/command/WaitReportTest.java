package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubHost;
import dev.mayfly.forge.StubReports;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits for a preview has seen how it ended, and says so at the forge. */
class WaitReportTest {
  private static final String APP = "acme/primitives";
  @TempDir private Path temp;

  private void at(ForgeSettings.Kind kind, boolean reporting, Steps steps) throws Exception {
    Path folder = Files.createDirectories(temp.resolve(kind + "" + reporting));
    try (WaitWorld world = new WaitWorld(folder);
        StubHost host = new StubHost(kind, APP)) {
      world.platform(
          DeliveryWorld.push(Examples.platform("primitives"))
              .replace(
                  "kind: github",
                  "kind: "
                      + kind.name().toLowerCase(Locale.ROOT)
                      + (reporting ? "\n    deployments: true" : ""))
              .replace("url: https://github.com", "url: " + host.server().url()));
      host.repository(APP).open(7).sha = ShownApplication.SHA;
      world.env.put(Connections.FORGE_TOKEN, DeliveryWorld.TOKEN);
      steps.go(world, host);
    }
  }

  private interface Steps {
    void go(WaitWorld world, StubHost host) throws Exception;
  }

  private static ShownApplication at(StubHost host, ShownApplication shown) {
    shown.bundleRepository = host.server().url() + "/acme/primitives.git";
    return shown;
  }

  private static List<StubReports.Report> reports(StubHost host) {
    return host.repository(APP).reports.all();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void successAndFailure(ForgeSettings.Kind kind) throws Exception {
    at(
        kind,
        true,
        (world, host) -> {
          world.shows(at(host, ShownApplication.live()));
          CommandLineRun run = world.run();
          assertThat(run.code()).as(run.err()).isZero();
          assertThat(reports(host)).hasSize(1);
          assertThat(reports(host).getLast().state()).isEqualTo("success");
          assertThat(reports(host).getLast().environment()).isEqualTo("orders/pr-7");
          assertThat(host.repository(APP).reports.urls.getLast())
              .isEqualTo("https://orders-7.preview.example.dev");
          int wishes = host.repository(APP).reports.wishes;
          world.run();
          assertThat(host.repository(APP).reports.wishes).as("told once").isEqualTo(wishes);
          world.shows(at(host, ShownApplication.syncFailed()));
          run = world.run();
          assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
          assertThat(reports(host).getLast().state()).isIn("failure", "failed");
          assertThat(reports(host).getLast().said()).isNotEmpty();
        });
  }

  @Test
  void whatMayStillComeIsNotTold() throws Exception {
    at(
        ForgeSettings.Kind.GITHUB,
        true,
        (world, host) -> {
          world.shows(at(host, ShownApplication.progressing()));
          assertThat(world.run("--timeout", "1m").code()).isEqualTo(ExitCode.REMOTE);
          host.repository(APP).pulls.get(7).state = "closed";
          assertThat(world.run().code()).isEqualTo(ExitCode.REFUSED);
          assertThat(reports(host)).isEmpty();
        });
    at(
        ForgeSettings.Kind.GITHUB,
        false,
        (world, host) -> {
          world.shows(at(host, ShownApplication.live()));
          assertThat(world.run().code()).isZero();
          assertThat(reports(host)).isEmpty();
        });
  }

  @Test
  void aForgeThatRefusesChangesNoResult() throws Exception {
    at(
        ForgeSettings.Kind.GITHUB,
        true,
        (world, host) -> {
          host.repository(APP).reports.refusal = 403;
          world.shows(at(host, ShownApplication.live()));
          CommandLineRun run = world.run();
          assertThat(run.code()).isZero();
          assertThat(run.out()).startsWith("live: orders#7");
          assertThat(run.err()).containsOnlyOnce("warning[deployment-unreported]");
        });
  }
}
