package dev.mayfly.command;

import dev.mayfly.yaml.*;
import dev.mayfly.diagnostic.*;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.*;
import org.junit.jupiter.api.io.TempDir;

class HostileBundlesTest {
  @TempDir Path temp;

  @Test
  void probe() throws Exception {
    Node corpus = new YamlReader(Budget.LINT).read("hostile.json", Files.readAllBytes(Path.of("cli/src/test/resources/bundles/hostile.json"))).single(Fault.RENDERING);
    StringBuilder out = new StringBuilder();
    int n = 0;
    for (Node one : ((ListNode) corpus.at("cases")).items()) {
      Node base = corpus.at("bases", one.textAt("platform"));
      Path folder = Files.createDirectories(temp.resolve("c" + n++));
      Files.writeString(folder.resolve("mayfly.yaml"), base.textAt("platform"));
      Map<String, byte[]> files = new TreeMap<>();
      for (Node from : new Node[] {base, one})
      for (MapNode.Entry f : ((MapNode) from.at("files")).entries())
        files.put(f.key().text(), f.value() instanceof ScalarNode t ? t.text().getBytes(java.nio.charset.StandardCharsets.UTF_8) : Base64.getDecoder().decode(f.value().textAt("base64")));
      if (one.at("without") instanceof ListNode w) w.items().forEach(x -> files.remove(((ScalarNode) x).text()));
      for (var f : files.entrySet()) { Path p = folder.resolve("deploy").resolve(f.getKey()); Files.createDirectories(p.getParent()); Files.write(p, f.getValue()); }
      for (String mode : new String[] {"tools", "plain"}) {
        CommandLineRun run = CommandLineRun.of(CommandCatalog.all(), mode.equals("tools") ? Map.of("PATH", System.getenv("PATH")) : Map.of(), folder, "lint", "--bundle", "deploy", "--app", "orders");
        String ids = run.out().lines().filter(l -> l.matches("^(error|warning)\\[.*")).map(l -> l.replaceAll("^(error|warning)\\[([a-z-]+)].*", "$1:$2")).distinct().sorted().collect(Collectors.joining(" "));
        out.append(mode).append(" | ").append(run.code()).append(" | ").append(one.textAt("name")).append(" | ").append(((ListNode) one.at("builds")).items().stream().map(x -> ((ScalarNode) x).text()).toList()).append(" | ").append(ids).append(" | ").append(run.err().replace("\n", " ")).append("\n");
        Files.writeString(folder.resolve(mode + ".txt"), run.out());
        if (run.out().contains("bundle-broken")) out.append("      ").append(run.out().replace("\n", "\n      ")).append("\n");
      }
    }
    Files.writeString(Path.of("/tmp/build/corpus.out"), out.toString());
  }
}
