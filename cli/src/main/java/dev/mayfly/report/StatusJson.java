package dev.mayfly.report;

import dev.mayfly.delivery.BundleStand;
import dev.mayfly.delivery.Status;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The previews of a platform for scripts; {@code schemas/status-report.schema.json} is its form.
 */
public final class StatusJson {
  private static final int VERSION = 2;
  private static final int LONGEST = 256;

  private StatusJson() {}

  public static String write(Status status) {
    Map<String, Tree> capacity = new LinkedHashMap<>();
    for (Status.Use use : status.capacity()) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      fields.put("used", new Tree.Text(use.used().toString()));
      if (use.limit().compareTo(Quantity.ZERO) > 0) {
        fields.put("limits", new Tree.Text(use.limit().toString()));
      }
      fields.put("capacity", new Tree.Text(use.capacity().toString()));
      capacity.put(use.resource(), new Tree.Mapping(fields));
    }
    Map<String, Tree> root = new LinkedHashMap<>();
    root.put("version", new Tree.Number(VERSION));
    root.put("platform", new Tree.Text(status.platform()));
    root.put("health", new Tree.Text(status.health()));
    root.put("places", new Tree.Number(status.places()));
    root.put("limit", new Tree.Number(status.limit()));
    root.put("capacity", new Tree.Mapping(capacity));
    root.put(
        "previews",
        new Tree.Sequence(status.previews().stream().map(StatusJson::preview).toList()));
    return JsonWriter.pretty(new Tree.Mapping(root));
  }

  private static Tree preview(Status.Preview preview) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("app", new Tree.Text(preview.id().app()));
    fields.put("number", new Tree.Number(preview.id().number().value()));
    preview.environment().ifPresent(it -> fields.put("environment", new Tree.Text(it)));
    fields.put("state", new Tree.Text(preview.standing().state().word()));
    fields.put("message", new Tree.Text(preview.standing().words()));
    preview.headSha().ifPresent(sha -> fields.put("headSha", new Tree.Text(sha.hex())));
    preview.link().ifPresent(link -> fields.put("pullRequest", new Tree.Text(link)));
    preview.source().map(PullRequest::details).ifPresent(it -> people(fields, it));
    preview.openedAt().ifPresent(at -> fields.put("openedAt", new Tree.Text(at.toString())));
    preview.expiresAt().ifPresent(at -> fields.put("expiresAt", new Tree.Text(at.toString())));
    if (!preview.requests().isNone()) {
      fields.put("requests", requests(preview.requests()));
    }
    preview.url().ifPresent(url -> fields.put("url", new Tree.Text(url)));
    preview.bundle().ifPresent(it -> fields.put("bundle", bundle(it)));
    return new Tree.Mapping(fields);
  }

  /** What people wrote; one line without characters that do not show. */
  private static void people(Map<String, Tree> fields, PullRequest.Details details) {
    for (Map.Entry<String, String> it :
        List.of(Map.entry("title", details.title()), Map.entry("author", details.author()))) {
      String clean = UntrustedText.clean(it.getValue(), LONGEST);
      if (!clean.isEmpty()) {
        fields.put(it.getKey(), new Tree.Text(clean));
      }
    }
  }

  private static Tree requests(Amounts amounts) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    for (String resource : List.of("memory", "cpu")) {
      fields.put(resource, new Tree.Text(amounts.request(resource).toString()));
    }
    return new Tree.Mapping(fields);
  }

  private static Tree bundle(BundleStand stand) {
    Map<String, Tree> fields = new LinkedHashMap<>();
    fields.put("revision", new Tree.Text(stand.revision()));
    stand.commit().ifPresent(it -> fields.put("commit", new Tree.Text(it.hex())));
    stand.newest().ifPresent(it -> fields.put("newest", new Tree.Text(it.hex())));
    stand.newest().ifPresent(it -> fields.put("behind", new Tree.Bool(stand.isBehind())));
    return new Tree.Mapping(fields);
  }
}
