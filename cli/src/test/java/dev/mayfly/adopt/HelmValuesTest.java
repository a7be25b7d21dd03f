package dev.mayfly.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.Trees;
import dev.mayfly.yaml.YamlReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chart is given by the written values is what Helm itself makes of a set's own. */
class HelmValuesTest {
  private static final String[][] PARAMETERS = {
    {"image.tag", "v1"},
    {"replicas", "3"},
    {"minus", "-4"},
    {"zero", "0"},
    {"octal", "0123"},
    {"plus", "+5"},
    {"fraction", "1.50"},
    {"on", "true"},
    {"loud", "TRUE"},
    {"empty", ""},
    {"list", "{a,b,3}"},
    {"none", "{}"},
    {"comma", "a,b"},
    {"equals", "a=b=c"},
    {"escaped", "a\\,b"},
    {"backslash", "a\\b"},
    {"hosts[0].name", "a.example"},
    {"hosts[0].port", "80"},
    {"hosts[1].name", "b.example"},
    {"matrix[0][0]", "x"},
    {"annotations.example\\.dev/x", "y"},
    {"image.name", "app"},
    {"big", "123456789012345678901234567890"},
    {"date", "2026-11-28"},
    {"space", " a "},
  };

  @TempDir Path folder;

  @Test
  void parametersMeanTheSame() throws Exception {
    Path chart = chart();
    List<String> command = new ArrayList<>(List.of("helm", "template", "x", chart.toString()));
    StringBuilder set = new StringBuilder("helm: {parameters: [");
    for (String[] parameter : PARAMETERS) {
      command.add("--set");
      command.add(parameter[0] + "=" + cleaned(parameter[1]));
      set.append("{name: ").append(quoted(parameter[0]));
      set.append(", value: ").append(quoted(parameter[1])).append("}, ");
    }
    Node source = read(set.append("]}").toString());
    assertThat(said(HelmValues.of(source, adoption()))).isEqualTo(said(helm(command)));
  }

  @Test
  void eachLevelHidesTheOneBelow() throws Exception {
    Path chart = chart();
    String written =
        "image: {tag: a, name: n}\nlist: [1, 2]\nkeep: true\noctal: 0123\nday: 2026-11-28\nhex: 0x1F\n";
    Files.writeString(folder.resolve("values.yaml"), written);
    Node source =
        read(
            "helm:\n  values: "
                + quoted(written)
                + "\n  parameters: [{name: image.tag, value: b}, {name: 'list[0]', value: '9'},"
                + " {name: text, value: '5', forceString: true}]");
    List<String> command =
        List.of(
            "helm",
            "template",
            "x",
            chart.toString(),
            "-f",
            folder + "/values.yaml",
            "--set",
            "image.tag=b",
            "--set",
            "list[0]=9",
            "--set-string",
            "text=5");
    assertThat(said(HelmValues.of(source, adoption()))).isEqualTo(said(helm(command)));
  }

  /** As Argo CD hands a value over (Argo CD, {@code util/helm}): commas are meant. */
  private static String cleaned(String value) {
    return value.startsWith("{") && value.endsWith("}")
        ? value
        : value.replaceAll("(?<!\\\\),", "\\\\,");
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\n", "\\n") + "\"";
  }

  private Path chart() throws IOException {
    Path chart = Files.createDirectories(folder.resolve("chart/templates")).getParent();
    Files.writeString(chart.resolve("Chart.yaml"), "apiVersion: v2\nname: c\nversion: 1.0.0\n");
    Files.writeString(chart.resolve("templates/v.yaml"), "{{ toYaml .Values }}\n");
    return chart;
  }

  private static Node helm(List<String> command) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "helm"))),
        "helm is not on PATH; cli/packaging/test-tools.sh installs it");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return read(output);
  }

  private static Node read(String text) {
    return new YamlReader(Budget.LINT)
        .read("v.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .getFirst();
  }

  /** Maps have no order to Helm. */
  private static Object said(Node node) {
    return sorted(Trees.of(node));
  }

  private static Object sorted(Tree tree) {
    return switch (tree) {
      case Tree.Mapping(Map<String, Tree> entries) -> {
        Map<String, Object> sorted = new TreeMap<>();
        entries.forEach((key, value) -> sorted.put(key, sorted(value)));
        yield sorted;
      }
      case Tree.Sequence(List<Tree> items) -> items.stream().map(HelmValuesTest::sorted).toList();
      default -> tree;
    };
  }

  private static Object said(Draft.Fields draft) {
    return said(read(AnnotatedYaml.write(draft)));
  }

  private static Adoption adoption() {
    MapNode nothing = new MapNode(List.of(), Location.ofFile("set.yaml"));
    ScalarNode name = new ScalarNode("a", false, nothing.location());
    Node application = new MapNode(List.of(new MapNode.Entry(name, nothing)), nothing.location());
    HandWritten set =
        new HandWritten(nothing, nothing, "github", nothing, List.of(application), List.of());
    return new Adoption(List.of(set), List.of(), Answers.NONE);
  }
}
