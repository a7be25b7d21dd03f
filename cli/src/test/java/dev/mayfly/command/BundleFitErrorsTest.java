package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said, word for word, where bundle and overlay do not fit each other. */
class BundleFitErrorsTest {
  private static final String CART = "source/deploy/cart.yaml";
  private static final String POSTGRES = "source/deploy/postgres.yaml";
  private static final String SERVICE = "service: {name: cart, port: 80, targetPort: 8080}";

  @TempDir Path temp;

  /** One thing that is wrong with a bundle that is in order. */
  enum Fault {
    NO_SUCH_SERVICE(s -> s.edit(SERVICE, SERVICE.replace("cart", "crat"))),
    NO_SUCH_PORT(s -> s.edit(SERVICE, SERVICE.replace("80,", "81,"))),
    CLOSED_PORT(s -> s.edit(SERVICE, SERVICE.replace("8080", "8000"))),
    NO_SUCH_SECRET(
        s -> s.edit(POSTGRES, "{name: postgres, key: username}", "{name: pg, key: username}")),
    EARLIER_WAVE(s ->
        s.edit(
            POSTGRES,
            "kind: Deployment\nmetadata:\n  name: postgres\n",
            "kind: Deployment\nmetadata:\n  name: postgres\n  annotations: {argocd.argoproj.io/sync-wave: \"-10\"}\n")),
    LATER_SERVICE(s ->
        s.edit(
            CART,
            "kind: Service\nmetadata:\n  name: cart\n",
            "kind: Service\nmetadata:\n  name: cart\n  annotations: {argocd.argoproj.io/sync-wave: \"5\"}\n")),
    TAG_OF_A_THIRD_PARTY(s ->
        s.edit(POSTGRES, s.read(POSTGRES).replaceAll("(?s).*(@sha256:[0-9a-f]{64}).*", "$1"), "")),
    THIRD_PARTY_NOT_PERMITTED(s -> s.edit("docker.io/library/postgres, ", "")),
    FOREIGN_HOST(s ->
        s.edit(
                "- {group: apps, kind: Deployment}",
                "- {group: apps, kind: Deployment}\n        - {group: networking.k8s.io, kind: Ingress}")
            .write(
                "source/deploy/ingress.yaml",
                "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: cart}\nspec: {rules: [{host: www.example.com}]}\n")),
    NO_WAY_IN(s ->
        s.edit("      " + SERVICE + "\n", "")
            .edit(
                "- {group: apps, kind: Deployment}",
                "- {group: apps, kind: Deployment}\n        - {group: networking.k8s.io, kind: Ingress}")
            .write(
                "source/deploy/ingress.yaml",
                "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: cart}\nspec: {rules: [{host: cart-2147483647.preview.example.dev}]}\n"));

    private final UnaryOperator<Scenario> edit;

    Fault(UnaryOperator<Scenario> edit) {
      this.edit = edit;
    }

    String file() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".txt";
    }
  }

  @ParameterizedTest
  @EnumSource
  void isSaid(Fault fault) {
    Scenario scenario =
        fault.edit.apply(Scenario.of("shapes/third-party-images", temp.resolve("shape")));
    String[] args = {"lint", "--bundle", "source/deploy"};
    CommandLineRun run = scenario.run(args);
    assertThat(run.code()).isEqualTo(fault == Fault.NO_WAY_IN ? ExitCode.FINE : ExitCode.FINDINGS);
    GoldenFiles.verifyFile(Path.of("errors", "bundle-fit", fault.file()), run.transcript(args));
  }

  @Test
  void everyGoldenHasItsFault() {
    TreeSet<String> expected = new TreeSet<>();
    for (Fault fault : Fault.values()) {
      expected.add(fault.file());
    }
    assertThat(GoldenFiles.files(Path.of("golden", "errors", "bundle-fit"))).isEqualTo(expected);
  }
}
