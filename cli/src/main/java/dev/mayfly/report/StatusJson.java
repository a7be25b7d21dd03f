package dev.mayfly.report;

import dev.mayfly.delivery.BundleStand;
import dev.mayfly.delivery.Status;
import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The previews of a platform for scripts. */
public final class StatusJson {
  private StatusJson() {}

  public static String write(Status status) {
    List<Tree> previews = new ArrayList<>();
    for (Status.Preview preview : status.previews()) {
      Map<String, Tree> fields = new LinkedHashMap<>();
      fields.put("app", new Tree.Text(preview.id().app()));
      fields.put("number", new Tree.Number(preview.id().number().value()));
      preview.environment().ifPresent(it -> fields.put("environment", new Tree.Text(it)));
      fields.put(
          "state",
          new Tree.Text(preview.state().name().toLowerCase(Locale.ROOT).replace('_', '-')));
      preview.headSha().ifPresent(sha -> fields.put("headSha", new Tree.Text(sha.hex())));
      preview.openedAt().ifPresent(at -> fields.put("openedAt", new Tree.Text(at.toString())));
      preview.url().ifPresent(url -> fields.put("url", new Tree.Text(url)));
      preview.bundle().ifPresent(it -> fields.put("bundle", bundle(it)));
      previews.add(new Tree.Mapping(fields));
    }
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
    root.put("version", new Tree.Number(1));
    root.put("platform", new Tree.Text(status.platform()));
    root.put("limit", new Tree.Number(status.limit()));
    root.put("capacity", new Tree.Mapping(capacity));
    root.put("previews", new Tree.Sequence(previews));
    return JsonWriter.pretty(new Tree.Mapping(root));
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
