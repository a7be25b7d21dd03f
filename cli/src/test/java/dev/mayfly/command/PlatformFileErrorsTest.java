package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A {@code mayfly.yaml} that is no strict YAML, or not of the shape that is asked for. */
class PlatformFileErrorsTest {
  private static final String FILE = "mayfly.yaml";
  private static final String LIMIT = "    limit: 5\n";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> shape() {
    return ErrorCase.tests(
        "shape",
        temp,
        List.of(
            edited("missing-key", "  domain: preview.example.dev\n", "\n"),
            edited("unknown-key", "targetBranches:", "targetBranch:"),
            edited(
                "unknown-key-at-the-top",
                "kind: PreviewPlatform\n",
                "kind: PreviewPlatform\nspce: {}\n"),
            edited("several-at-once", LIMIT, "    limits: 5\n    draft: true\n    forks: x\n"),
            edited("wrong-kind", "kind: PreviewPlatform", "kind: Preview"),
            edited("wrong-version", "mayfly.dev/v1alpha1", "mayfly.dev/v1"),
            edited("string-for-integer", LIMIT, "    limit: \"5\"\n"),
            edited("fraction-for-integer", LIMIT, "    limit: 5.5\n"),
            edited("integer-out-of-range", LIMIT, "    limit: 0\n"),
            edited("octal-for-integer", LIMIT, "    limit: 007\n"),
            edited("integer-beyond-64-bits", LIMIT, "    limit: 99999999999999999999\n"),
            edited("integer-for-string", "domain: preview.example.dev", "domain: 12"),
            edited("null-for-string", "domain: preview.example.dev", "domain: ~"),
            edited("yes-for-boolean", LIMIT, "    limit: 5\n    drafts: yes\n"),
            edited(
                "string-for-list",
                "codeOwners: [\"@acme/platform\"]",
                "codeOwners: \"@acme/platform\""),
            edited("string-for-map", "capacity: {memory: 8Gi, cpu: \"4\"}", "capacity: 8Gi"),
            edited("list-for-map", "capacity: {memory: 8Gi, cpu: \"4\"}", "capacity: [8Gi]"),
            edited("version-as-number", "argocd: \"3.5\"", "argocd: 3.5"),
            edited("ambiguous-string", "name: orders\n", "name: on\n"),
            edited("upper-case-name", "name: orders\n", "name: Orders\n"),
            edited("unknown-choice", "strategy: manifest", "strategy: mainfest"),
            edited(
                "url-with-password",
                "https://github.com/acme/gitops.git",
                "https://a:b@github.com/acme/gitops.git"),
            edited("path-with-dots", "path: primitives/service/orders/deploy}", "path: ../orders}"),
            edited("path-from-the-root", "path: primitives/service/orders/deploy}", "path: /etc}"),
            edited("image-with-tag", "name: ghcr.io/acme/orders,", "name: ghcr.io/acme/orders:v1,"),
            edited("list-instead-of-document", "apiVersion: mayfly.dev/v1alpha1\n", "- a\n---\n"),
            whole("empty", ""),
            whole("comments-only", "# nothing yet\n"),
            whole("scalar-document", "mayfly\n"),
            whole("list-document", "- mayfly\n")));
  }

  @TestFactory
  Stream<DynamicTest> yaml() {
    String text = Examples.platform("primitives");
    return ErrorCase.tests(
        "yaml",
        temp,
        List.of(
            edited("duplicate-key", LIMIT, "    limit: 5\n    limit: 6\n"),
            edited("duplicate-key-in-quotes", LIMIT, "    limit: 5\n    \"limit\": 6\n"),
            edited(
                "unclosed-quote", "domain: preview.example.dev", "domain: \"preview.example.dev"),
            edited("tab-as-indentation", LIMIT, "\tlimit: 5\n"),
            edited("nul", LIMIT, "    limit: 5\u0000\n"),
            edited("escape", LIMIT, "    limit: 5 # \u001b[2J\n"),
            edited("next-line", LIMIT, "    limit: 5 # \u0085\n"),
            edited("tag", LIMIT, "    limit: !!int 5\n"),
            edited("foreign-tag", LIMIT, "    limit: !!java.net.URL [http://evil.example]\n"),
            edited("bad-tag", LIMIT, "    limit: !%a 5\n"),
            edited("anchor", LIMIT, "    limit: &five 5\n"),
            edited(
                "alias-bomb", LIMIT, "    limit: &a [x, x]\n    b: &b [*a, *a]\n    c: [*b, *b]\n"),
            edited("merge-key", LIMIT, "    limit: 5\n    <<: {drafts: true}\n"),
            edited("key-that-is-a-list", LIMIT, "    limit: 5\n    ? [a]\n    : b\n"),
            whole("two-documents", text + "---\n" + text),
            whole("end-and-more", text + "...\n---\na: b\n"),
            whole("directive", "%YAML 2.0\n---\n" + text),
            whole("tag-directive", "%TAG ! tag:evil.example,2026:\n---\na: !x b\n"),
            whole("carriage-returns", text.replace("\n", "\r\n")),
            whole("old-mac-line-ends", text.replace("\n", "\r")),
            whole("byte-order-mark", "\uFEFF" + text),
            whole("deep-lists", "[".repeat(500_000)),
            whole("deep-maps", "{a: ".repeat(200_000)),
            whole("deep-items", "- ".repeat(200_000)),
            whole("many-nodes", "a:\n" + "- b\n".repeat(60_000)),
            bytes("fifty-megabytes", "#".repeat(50 << 20), StandardCharsets.UTF_8),
            bytes("utf-16-little-endian", "\uFEFF" + text, StandardCharsets.UTF_16LE),
            bytes("utf-16-big-endian", "\uFEFF" + text, StandardCharsets.UTF_16BE),
            bytes("utf-16-without-mark", text, StandardCharsets.UTF_16LE),
            bytes("latin-1", text.replace("orders", "ord\u00EBrs"), StandardCharsets.ISO_8859_1)));
  }

  private static ErrorCase edited(String name, String old, String replacement) {
    return platform(name, "primitives", old, replacement);
  }

  private static ErrorCase whole(String name, String text) {
    return bytes(name, text, StandardCharsets.UTF_8);
  }

  private static ErrorCase bytes(String name, String text, Charset charset) {
    return platform(name, "primitives", scenario -> scenario.write(FILE, text.getBytes(charset)));
  }
}
