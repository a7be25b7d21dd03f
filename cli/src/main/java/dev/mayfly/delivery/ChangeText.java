package dev.mayfly.delivery;

import dev.mayfly.admission.CapacityUse;
import dev.mayfly.event.Markdown;
import dev.mayfly.forge.Change;
import dev.mayfly.forge.ChangeRequest;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.PreviewShares;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a GitOps pull request says. What people wrote in the one it is about goes in as code that
 * calls nobody ({@link SourceText}). The last line, which does not show, names the state it wants:
 * one that people closed is not asked for again.
 */
record ChangeText(String title, String body, String mark) {
  private static final Set<String> LABELS = Set.of("preview");
  private static final String OURS = "<!-- mayfly: ";

  /** In the marks of a removal and of a sweep. */
  private static final Pattern REMOVALS =
      Pattern.compile(OURS + "remove (\\S+) -->|(\\S+#\\d+): removed");

  /** In the mark of a sweep, which holds no word of people. */
  private static final Pattern UPDATES = Pattern.compile("(\\S+#\\d+): (?:rendered|retried)");

  /** A preview that is opened or updated. */
  static ChangeText opened(
      Blueprint blueprint, PreviewFacts facts, Overlay overlay, OverlayChange change) {
    PreviewId id = PreviewSelection.id(blueprint, facts.pullRequest());
    PullRequest source = facts.pullRequest();
    List<String> lines = new ArrayList<>();
    lines.add(
        "The preview of `%s` for %s%s."
            .formatted(
                id.app(),
                SourceText.linked(blueprint.platform(), source),
                SourceText.titled(source)));
    lines.add("");
    lines.add("| | |");
    lines.add("|---|---|");
    lines.add("| Commit | `" + source.headSha().hex() + "` |");
    lines.add(
        blueprint
            .url()
            .map(url -> "| URL | " + Blueprint.bound(url, id.number()) + " |")
            .orElse("| URL | none: no route leads to it |"));
    facts.images(blueprint.app()).forEach(image -> lines.add("| Image | `" + image + "` |"));
    lines.add("| Requests | " + cost(overlay) + " |");
    String goes = SourceText.end(blueprint.platform()).replace("|", "\\|");
    lines.add("| Goes | " + goes + " |");
    lines.add("");
    lines.add(
        change
            .since()
            .map(it -> "What changes since commit `" + it.shortHex() + "`, which is merged:")
            .orElse("It is new:"));
    lines.add("");
    change.lines().forEach(line -> lines.add("* " + line));
    if (change.lines().isEmpty()) {
      lines.add("* nothing that a preview is made of");
    }
    lines.add("");
    lines.add(
        "Merging deploys it. Closing declines this commit: a new one is proposed when the pull"
            + " request changes. To be rid of the preview, close that pull request"
            + (blueprint.platform().admission().labels().all().isEmpty()
                ? "."
                : " or take its label off."));
    String mark = "open %s %s %s".formatted(id, source.headSha().hex(), overlay.rendering());
    return new ChangeText("Preview " + id, String.join("\n", lines), mark);
  }

  /** A preview that is taken away. */
  static ChangeText removed(PreviewId id, PullRequest source) {
    return removed(id, source, SourceText.plain(source));
  }

  /** The same with another name for the pull request that it was for, such as a link. */
  static ChangeText removed(PreviewId id, PullRequest source, String named) {
    String about = named + SourceText.titled(source);
    return new ChangeText(
        "Remove preview " + id,
        "%s is closed, or may not have its preview of `%s` any more.%n%n"
                .formatted(about, id.app())
                .replace("\r", "")
            + "Merging takes the preview away. Closing keeps it until somebody removes it.",
        "remove " + id);
  }

  /** What a sweep found, line by line. */
  static ChangeText swept(List<Sweep.Item> items) {
    List<String> lines = new ArrayList<>();
    lines.add("`mayfly sync` found previews that should go, or that are stale against the policy:");
    lines.add("");
    items.forEach(item ->
        lines.add(
            "- `"
                + item.id()
                + "`: "
                + item.effect().word()
                + ", "
                + Markdown.line(item.reason())));
    String mark =
        items.stream().map(Sweep.Item::line).collect(Collectors.joining(", ", "sweep ", ""));
    return new ChangeText("Sweep previews", String.join("\n", lines), mark);
  }

  ChangeRequest request(String branch, String base) {
    return new ChangeRequest(branch, base, title, body + "\n\n" + comment() + "\n", LABELS);
  }

  /** Whether a pull request asked for the same. */
  boolean isSaidBy(Change change) {
    return change.body().contains(comment());
  }

  /** What a pull request says once Mayfly itself has closed it: it asks for nothing any more. */
  static final String WITHDRAWN =
      "Mayfly has withdrawn this: what it asked for is done, or is not wanted any more.\n";

  /** Whether a pull request asks for something of ours. */
  static boolean isOurs(Change change) {
    return change.body().contains(OURS);
  }

  /** The previews that a pull request asks to remove. */
  static SortedSet<PreviewId> removals(Change change) {
    SortedSet<PreviewId> ids = new TreeSet<>();
    Matcher marks = REMOVALS.matcher(change.body());
    while (marks.find()) {
      String id = marks.group(1) == null ? marks.group(2) : marks.group(1);
      PreviewId.parse(id).ifPresent(ids::add);
    }
    return ids;
  }

  /** The previews that a sweep's pull request changes at the commit they are of. */
  static SortedSet<PreviewId> updates(Change change) {
    SortedSet<PreviewId> ids = new TreeSet<>();
    int mark = change.body().lastIndexOf(OURS + "sweep ");
    Matcher updates = UPDATES.matcher(mark < 0 ? "" : change.body().substring(mark));
    while (updates.find()) {
      PreviewId.parse(updates.group(1)).ifPresent(ids::add);
    }
    return ids;
  }

  private String comment() {
    return OURS + mark + " -->";
  }

  private static String cost(Overlay overlay) {
    PreviewShares shares = overlay.shares();
    List<String> parts = new ArrayList<>();
    for (String resource : CapacityUse.RESOURCES) {
      Quantity request = shares.total().request(resource);
      if (request.compareTo(Quantity.ZERO) > 0) {
        parts.add(resource + " " + request);
      }
    }
    return parts.isEmpty() ? "not known" : String.join(", ", parts);
  }
}
