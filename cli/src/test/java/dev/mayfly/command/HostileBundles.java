package dev.mayfly.command;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Bundles that were made to get something past the proof, each with its platform. A case has a
 * bundle that is in order for a base and says what it changes there.
 */
final class HostileBundles {
  private static final Path FILE = Path.of("cli/src/test/resources/bundles/hostile.json");

  private final Node corpus;

  HostileBundles() throws IOException {
    corpus =
        new YamlReader(Budget.LINT)
            .read(FILE.toString(), Files.readAllBytes(FILE))
            .single(Fault.RENDERING);
  }

  /**
   * One of them.
   *
   * @param outcome {@code refused} where the real programs build what is forbidden or fail, {@code
   *     passes} where they build nothing that is, {@code either} where it is an attack all the same
   */
  record Case(String name, String platform, String outcome, Map<String, byte[]> files) {

    /** Proves the bundle as a user would, and gives the exit code and the ids of what was found. */
    Judgement judge(Path folder, Map<String, String> env) throws IOException {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("mayfly.yaml"), platform);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve("deploy").resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
      CommandLineRun run =
          CommandLineRun.of(
              CommandCatalog.all(), env, folder, "lint", "--bundle", "deploy", "--app", "orders");
      String ids =
          run.out()
              .lines()
              .filter(line -> line.startsWith("error["))
              .map(line -> line.substring(6, line.indexOf(']')))
              .distinct()
              .sorted()
              .collect(Collectors.joining(" "));
      return new Judgement(run.code(), ids, run.out() + run.err());
    }
  }

  /** What the proof says of one. */
  record Judgement(int code, String ids, String said) {}

  List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (Node one : ((ListNode) corpus.at("cases")).items()) {
      Node base = corpus.at("bases", one.textAt("platform"));
      Map<String, byte[]> files = new TreeMap<>();
      for (Node from : List.of(base, one)) {
        for (MapNode.Entry file : ((MapNode) from.at("files")).entries()) {
          files.put(file.key().text(), bytes(file.value()));
        }
      }
      if (one.at("without") instanceof ListNode without) {
        without.items().forEach(path -> files.remove(((ScalarNode) path).text()));
      }
      cases.add(
          new Case(one.textAt("name"), base.textAt("platform"), one.textAt("outcome"), files));
    }
    return cases;
  }

  private static byte[] bytes(Node content) {
    return content instanceof ScalarNode text
        ? text.text().getBytes(StandardCharsets.UTF_8)
        : Base64.getDecoder().decode(content.textAt("base64"));
  }
}
