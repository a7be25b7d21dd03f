package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would become of the Applications that are there. */
class SimulateLiveTest extends LiveExample {
  @Test
  void everyChangeIsShownAndWhatStaysIsCounted() {
    for (String format : List.of("text", "markdown", "json")) {
      CommandLineRun run = run("-o", format);
      GoldenFiles.verifyFile(Path.of("simulate", "live." + format), run.out());
      assertThat(run.code()).isEqualTo(ExitCode.FINE);
    }
    assertThat(run("--no-deletion").code()).isEqualTo(ExitCode.FINDINGS);
  }

  @ParameterizedTest
  @CsvSource({
    "sync, deleted shop-pr-3: with its resources, updated shop-pr-12: spec.sources[0].targetRevision",
    "create-only, kept shop-pr-3: the policy `create-only` deletes none, kept shop-pr-12: the policy"
        + " `create-only` updates none: spec.sources[0].targetRevision",
    "create-update, kept shop-pr-3, updated shop-pr-12",
    "create-delete, deleted shop-pr-3, kept shop-pr-12"
  })
  void thePolicyOfTheSetOrOfTheControllerKeeps(String policy, String gone, String changed)
      throws IOException {
    assertThat(run("--policy", policy).out()).contains("  " + gone, "  " + changed);
    edit(
        "applicationset.yaml",
        "spec:\n  goTemplate",
        "spec:\n  syncPolicy: {applicationsSync: " + policy + "}\n  goTemplate");
    assertThat(run().out()).contains("  " + gone, "  " + changed);
    assertThat(run("--policy", "sync").out()).contains("deleted shop-pr-3", "updated shop-pr-12");
  }

  @Test
  void aPolicyThatTheControllerHasNotIsRefused() throws IOException {
    CommandLineRun run = run("--policy", "create-updates");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("`--policy` cannot be `create-updates`", "`create-update`");
  }

  @Test
  void whatOthersOwnIsLeftAlone() throws IOException {
    edit("live.json", "\"argocd.argoproj.io/refresh\": \"hard\"", "\"team\": \"shop\"");
    assertThat(run().out()).contains("updated shop-pr-7: metadata.annotations.team");
    edit(
        "applicationset.yaml",
        "spec:\n  goTemplate",
        "spec:\n  preservedFields: {annotations: [team]}\n  goTemplate");
    assertThat(run().out()).contains("unchanged: 1");
    edit("live.json", "\"name\": \"shop-previews\"", "\"name\": \"other\"");
    assertThat(run().out())
        .contains("refused shop-pr-7: ApplicationSet `other` controls it")
        .doesNotContain("deleted");
    edit("live.json", "\"controller\": true", "\"controller\": false");
    assertThat(run().out()).contains("updated shop-pr-7: metadata.ownerReferences");
  }

  @Test
  void whatTheSetIgnoresIsIgnoredThere() throws IOException {
    String ignore =
        "spec:\n  ignoreApplicationDifferences:\n    - {name: shop-pr-12, jsonPointers: [%s]}\n  goTemplate";
    edit(
        "applicationset.yaml",
        "spec:\n  goTemplate",
        ignore.formatted("/spec/sources/0/targetRevision"));
    assertThat(run().out()).contains("unchanged: 2");
    edit("applicationset.yaml", "name: shop-pr-12, ", "name: shop-pr-7, ");
    assertThat(run().out()).contains("updated shop-pr-12: spec.sources[0].targetRevision");
    edit(
        "applicationset.yaml",
        "name: shop-pr-7, jsonPointers: [/spec/sources/0/targetRevision]",
        "jqPathExpressions: ['.spec.sources[] | select(.path == \"deploy\") | .targetRevision']");
    assertThat(run().out()).contains("unchanged: 2");
    edit("applicationset.yaml", "select(.path == \"deploy\")", ".path // .chart");
    assertThat(run().out())
        .contains(
            "unverifiable shop-pr-12: `.spec.sources[] | .path // .chart | .targetRevision` is not"
                + " followed at `// .chart ");
  }

  @Test
  void zeroIsNothingAndAnEmptyBlockOfSourcesIsSomething() throws IOException {
    edit(
        "live.json", "\"prune\": true", "\"prune\": true, \"allowEmpty\": null, \"enabled\": null");
    edit("live.json", "\"path\": \"deploy\"", "\"path\": \"deploy\", \"ref\": \"\"");
    assertThat(run().out()).contains("unchanged: 1");
    edit("live.json", "\"ref\": \"\"", "\"helm\": {}");
    assertThat(run().out()).contains("updated shop-pr-7: spec.sources[0].helm\n");
    edit("live.json", "\"replicas\": 1", "\"replicas\": \"1\"");
    assertThat(run().out())
        .contains(
            "updated shop-pr-7: spec.sources[0].helm,"
                + " spec.sources[1].helm.valuesObject.replicas\n");
  }

  @Test
  void falseIsSomethingWhereItMayBeWritten() throws IOException {
    edit("live.json", "\"prune\": true", "\"prune\": true, \"enabled\": false");
    edit("live.json", "\"replicas\": 1", "\"replicas\": 1, \"debug\": false");
    assertThat(run().out())
        .contains(
            "updated shop-pr-7: spec.sources[1].helm.valuesObject.debug,"
                + " spec.syncPolicy.automated.enabled");
    edit(
        "applicationset.yaml",
        "spec:\n  goTemplate",
        "spec:\n  strategy: {type: RollingSync, rollingSync: {steps: [{maxUpdate: 1}]}}\n  goTemplate");
    assertThat(run().out())
        .contains("updated shop-pr-7: spec.sources[1].helm.valuesObject.debug\n");
  }

  @Test
  void whereOneIsRefusedNothingIsDeleted() throws IOException {
    String live = Files.readString(temp.resolve("live.json"));
    Files.writeString(
        temp.resolve("live.json"), live.replaceFirst("\"ApplicationSet\"", "\"Rollout\""));
    assertThat(run().out())
        .contains(
            "refused shop-pr-7: Rollout `shop-previews` controls it",
            "kept shop-pr-3: none is deleted as long as `shop-pr-7` fails",
            "updated shop-pr-12");
    assertThat(run("--no-deletion").code()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void whatNobodyControlsIsTakenOverWhateverThePolicy() throws IOException {
    edit("live.json", "\"controller\": true", "\"controller\": false");
    assertThat(run("--policy", "create-only").out())
        .contains("updated shop-pr-7: metadata.ownerReferences\n");
    edit(
        "applicationset.yaml",
        "spec:\n  goTemplate",
        "spec:\n  ignoreApplicationDifferences: [{jsonPointers: [/metadata/ownerReferences]}]\n"
            + "  goTemplate");
    assertThat(run().out()).doesNotContain("shop-pr-7: metadata.ownerReferences");
  }

  @Test
  void aListIsWrittenAsAWholeAndWithoutWhatIsIgnoredInIt() throws IOException {
    edit(
        "applicationset.yaml",
        "spec:\n  goTemplate",
        "spec:\n  ignoreApplicationDifferences:\n"
            + "    - {jsonPointers: [/spec/sources/0/targetRevision]}\n  goTemplate");
    assertThat(run().out()).contains("unchanged: 2");
    edit("live.json", "\"path\": \"previews/shop/baseline\"", "\"path\": \"elsewhere\"");
    assertThat(run().out())
        .contains("updated shop-pr-12: spec.sources[0].targetRevision, spec.sources[1].path\n");
  }
}
