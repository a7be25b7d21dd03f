package dev.mayfly.report;

import dev.mayfly.delivery.BundleStand;
import dev.mayfly.delivery.Status;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.time.Instant;
import java.util.List;

/**
 * The previews of a platform for scripts; {@code schemas/status-report.schema.json} is its form.
 */
public final class StatusJson {
  private static final int VERSION = 2;
  private static final int LONGEST = 256;

  private StatusJson() {}

  public static String write(Status status) {
    Tree.Mapping capacity = new Tree.Mapping();
    for (Status.Use use : status.capacity()) {
      Tree.Mapping fields = new Tree.Mapping().put("used", use.used().toString());
      if (use.limit().compareTo(Quantity.ZERO) > 0) {
        fields.put("limits", use.limit().toString());
      }
      fields.put("capacity", use.capacity().toString());
      capacity.put(use.resource(), fields);
    }
    Tree.Mapping root =
        new Tree.Mapping()
            .put("version", VERSION)
            .put("platform", status.platform())
            .put("health", status.health().word())
            .put("places", status.places())
            .put("limit", status.limit())
            .put("capacity", capacity)
            .put("previews", status.previews().stream().map(StatusJson::preview).toList());
    return JsonWriter.pretty(root);
  }

  private static Tree preview(Status.Preview preview) {
    Tree.Mapping fields =
        new Tree.Mapping()
            .put("app", preview.id().app())
            .put("number", preview.id().number().value())
            .put("environment", preview.environment())
            .put("state", preview.status().state().word())
            .put("message", preview.status().words())
            .put("headSha", preview.headSha().map(CommitSha::hex))
            .put("pullRequest", preview.link());
    preview.source().map(PullRequest::details).ifPresent(it -> people(fields, it));
    fields
        .put("openedAt", preview.openedAt().map(Instant::toString))
        .put("expiresAt", preview.expiresAt().map(Instant::toString));
    if (!preview.requests().isNone()) {
      fields.put("requests", requests(preview.requests()));
    }
    fields.put("url", preview.url());
    preview.bundle().ifPresent(it -> fields.put("bundle", bundle(it)));
    return fields;
  }

  /** What people wrote; one line without characters that do not show. */
  private static void people(Tree.Mapping fields, PullRequest.Details details) {
    fields
        .putUnlessEmpty("title", UntrustedText.clean(details.title(), LONGEST))
        .putUnlessEmpty("author", UntrustedText.clean(details.author(), LONGEST));
  }

  private static Tree requests(Amounts amounts) {
    Tree.Mapping fields = new Tree.Mapping();
    for (String resource : List.of("memory", "cpu")) {
      fields.put(resource, amounts.request(resource).toString());
    }
    return fields;
  }

  private static Tree bundle(BundleStand stand) {
    Tree.Mapping fields =
        new Tree.Mapping()
            .put("revision", stand.revision())
            .put("commit", stand.commit().map(CommitSha::hex))
            .put("newest", stand.newest().map(CommitSha::hex));
    stand.newest().ifPresent(it -> fields.put("behind", stand.isBehind()));
    return fields;
  }
}
