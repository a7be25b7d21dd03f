package dev.mayfly.yaml;

import java.util.stream.Stream;

/** Texts that want to crash a reader, to cost it a lot, or to be read as something else. */
public final class HostileYaml {
  private HostileYaml() {}

  /** Refused by every strict reader. */
  public static Stream<String> refused() {
    return Stream.of(
        "a: &a [x]\nb: *a\n",
        "&a [*a]",
        "a: &x {b: *x}",
        bomb(9),
        "a: *unknown",
        "<<: {a: 1}",
        "a: !foo b",
        "!!binary aGk=",
        "!!java.net.URL [http://x]",
        "!!python/object/apply:os.system [id]",
        "!%a b",
        "a: \"\\xZZ\"",
        "a: \"\\uD800\"",
        "%YAML 2.0\n---\na: b",
        "%YAML 1.1\n---\na: b",
        "%TAG ! tag:evil,2026:\n---\na: b",
        "%FOO bar\n---\n\ta: [",
        "a: b\u0000",
        "\uFEFFa: b",
        "a: \u0085b",
        "a: \u009bb",
        "a: b\rc: d",
        "a: b\r\n",
        "\ta: b",
        "a:\n\t- b",
        "? [a]\n: b",
        "? {a: b}\n: c",
        "a: 1\na: 2",
        "a: 1\n\"a\": 2",
        "{a: 1, 'a': 2}",
        "a: b: c",
        "[",
        "{a",
        "\"",
        "'",
        "- a\nb: c",
        "a: |9x\n b",
        "[".repeat(1000),
        "{a: ".repeat(1000),
        "- ".repeat(1000),
        "a: ".repeat(40) + "b",
        "a:\n" + "- b\n".repeat(60_000));
  }

  public static String bomb(int levels) {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < levels; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    return text.toString();
  }
}
