package dev.mayfly.argocd;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Argo CD's own code made of many inputs, replayed: the same, or refused with a reason, never
 * something else.
 */
final class ArgoCdAnswers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("cli/src/test/resources/argocd-corpus");

  private final String name;
  private final List<String> refused = new ArrayList<>();
  private final List<String> different = new ArrayList<>();
  private int agreed;

  ArgoCdAnswers(String name) {
    this.name = name;
  }

  JsonNode read() {
    try {
      return JSON.readTree(Files.readString(FOLDER.resolve(name + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Node node(JsonNode json) {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    return new JsonReader(Budget.LINT).read("case.json", bytes).documents().getFirst();
  }

  void agreed() {
    agreed++;
  }

  void refused(String what) {
    refused.add(what);
  }

  void different(String what) {
    different.add(what);
  }

  List<String> differences() {
    return different;
  }

  int agreements() {
    return agreed;
  }

  int refusals() {
    return refused.size();
  }

  /** Printed, so that a run shows how far the answers go. */
  void print() {
    System.out.printf(
        "%s: %d agreed, %d refused, %d different%n",
        name, agreed, refused.size(), different.size());
    if (Boolean.getBoolean("corpus.show")) {
      different.forEach(line -> System.out.println("DIFF " + line));
      refused.forEach(line -> System.out.println("REFUSED " + line));
    }
  }
}
