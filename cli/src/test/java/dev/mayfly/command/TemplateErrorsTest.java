package dev.mayfly.command;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.manifest.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** An admin's override of a template passes the rules that the bundled ones pass. */
class TemplateErrorsTest {
  private static final String CONFIG = "overlay/bindings-config.yaml";
  private static final String COMMENT = "comment/going.yaml";
  private static final String ROUTE = "overlay/http-route.yaml";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> refused() {
    return ErrorCase.tests(
        "template",
        temp,
        List.of(
            rendering(
                "title-in-a-name", ROUTE, "name: ${preview.application}", "name: ${pr.title}"),
            rendering("branch-in-a-namespace", ROUTE, "${preview.namespace}", "pr-${pr.branch}"),
            rendering("author-in-a-host", ROUTE, "${preview.host}", "${pr.author}.example.dev"),
            rendering(
                "title-in-a-label",
                ROUTE,
                "labels: ${labels}",
                "labels: {title: \"${pr.title}\", a: \"${labels}\"}"),
            rendering(
                "title-as-a-key", CONFIG, "data: ${data}", "data: {\"${pr.title}\": \"${data}\"}"),
            rendering(
                "number-as-a-key",
                CONFIG,
                "data: ${data}",
                "data: {\"${pr.number}\": a, b: \"${data}\"}"),
            rendering(
                "title-in-data",
                CONFIG,
                "data: ${data}",
                "data: {a: \"${pr.title}\", b: \"${data}\"}"),
            rendering("missing-key", ROUTE, "${preview.host}", "${preview.hots}"),
            rendering("unused-value", CONFIG, "data: ${data}", "data: {a: b}"),
            rendering(
                "unused-comment-without-reason",
                CONFIG,
                "apiVersion: v1",
                "# mayfly: unused data\napiVersion: v1"),
            rendering(
                "unused-comment-that-is-not-true",
                ROUTE,
                "apiVersion: gateway",
                "# mayfly: unused parent.* we have no gateway\napiVersion: gateway"),
            rendering(
                "unused-comment-further-down",
                CONFIG,
                "data: ${data}",
                "# mayfly: unused data we need none\ndata: {a: b}"),
            rendering("open-placeholder", ROUTE, "${preview.host}", "${preview.host"),
            rendering("empty-placeholder", ROUTE, "${preview.host}", "${}"),
            rendering("shell-default", ROUTE, "${preview.host}", "${preview.host:-localhost}"),
            rendering("map-in-a-text", CONFIG, "data: ${data}", "data: all ${data}"),
            rendering("null", CONFIG, "data: ${data}", "data: ~\nb: ${data}"),
            rendering("fraction", CONFIG, "data: ${data}", "data: 1.5\nb: ${data}"),
            rendering("ambiguous-number", CONFIG, "data: ${data}", "data: 0644\nb: ${data}"),
            rendering("several-at-once", ROUTE, "${preview.host}", "${pr.title}-${nothing}"),
            written("unknown-template", s -> s.write("templates/overlay/http-rout.yaml", "a: b\n")),
            written("other-extension", s -> s.write("templates/overlay/http-route.yml", "a: b\n")),
            rendering("comment-of-a-stranger", COMMENT, "${comment.change}", "${pr.title}"),
            rendering("comment-that-is-no-text", COMMENT, "text: |", "words: |"),
            rendering("comment-unused", COMMENT, "when ${comment.change} is merged", "soon"),
            written("no-map", s -> s.write("templates/" + ROUTE, "- a\n")),
            written("no-yaml", s -> s.write("templates/" + ROUTE, "a: [\n")),
            written("two-documents", s -> s.write("templates/" + ROUTE, "a: b\n---\nc: d\n")),
            written("empty", s -> s.write("templates/" + ROUTE, "")),
            written(
                "link-out-of-the-folder",
                s ->
                    s.write("elsewhere.yaml", "a: b\n")
                        .link("templates/" + ROUTE, "../../elsewhere.yaml")),
            written(
                "folder-that-is-a-link",
                s ->
                    s.write("elsewhere/http-route.yaml", "a: b\n")
                        .link("templates/overlay", "../elsewhere")),
            written(
                "templates-that-are-a-link",
                s ->
                    s.write("elsewhere/overlay/http-route.yaml", "a: b\n")
                        .link("templates", "elsewhere"))));
  }

  /** An Ingress in place of the route, which needs no gateway. */
  @Test
  void anOverrideMayLeaveUnusedWhatItSays() {
    Scenario.of("primitives", temp.resolve("said"))
        .write(
            "templates/" + ROUTE,
            """
            # An Ingress of our own.
            # mayfly: unused parent.* our clusters have no gateway
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: ${preview.application}
              namespace: ${preview.namespace}
              labels: ${labels}
            spec:
              rules:
                - host: ${preview.host}
                  http:
                    paths:
                      - path: /
                        pathType: Prefix
                        backend: {service: {name: "${service.name}", port: {number: "${service.port}"}}}
            """)
        .rendered("render", "platform");
  }

  private static ErrorCase rendering(String name, String template, String old, String other) {
    return new ErrorCase(
        name,
        ExitCode.RENDERING,
        "primitives",
        s ->
            s.write("templates/" + template, Templates.bundled(template))
                .edit("templates/" + template, old, other),
        "render",
        "preview",
        "--event",
        "pull-request.json",
        "--source",
        "source");
  }

  private static ErrorCase written(String name, UnaryOperator<Scenario> edit) {
    return new ErrorCase(name, ExitCode.CONFIGURATION, "primitives", edit, "render", "platform");
  }
}
