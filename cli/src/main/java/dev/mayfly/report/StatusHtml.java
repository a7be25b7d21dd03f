package dev.mayfly.report;

import dev.mayfly.delivery.PreviewState;
import dev.mayfly.delivery.PreviewStatus;
import dev.mayfly.delivery.Status;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The previews of a platform as one file for any host, or none. Only its filter needs a script. */
public final class StatusHtml {
  private final Status status;
  private final Instant now;

  private StatusHtml(Status status, Instant now) {
    this.status = status;
    this.now = now;
  }

  public static String write(Status status, Instant now) {
    return new StatusHtml(status, now).page();
  }

  private String page() {
    String title = "Previews of " + status.platform();
    String script = Html.resource("status.js");
    return Html.head(title, Html.resource("status.css"), script)
        + "<body>\n<h1>%s</h1>\n".formatted(Html.text(title))
        + "<p>As of %s. %s</p>\n".formatted(Html.time(now), witness())
        + uses()
        + filter()
        + "<table>\n<thead><tr>"
        + columns().stream().map("<th scope=\"col\">%s"::formatted).collect(Collectors.joining())
        + "</tr></thead>\n<tbody>\n"
        + status.previews().stream().map(this::row).collect(Collectors.joining())
        + "</tbody>\n</table>\n"
        + (status.previews().isEmpty() ? "<p>There are none.</p>\n" : "")
        + legend()
        + "<script>%s</script>\n</body>\n</html>\n".formatted(script);
  }

  private String witness() {
    return switch (status.health()) {
      case APPLICATIONS -> "Health is what Argo CD's Applications said.";
      case FORGE -> "Health is what was reported to the forge.";
      case NOBODY -> "Nobody was asked whether they are live.";
    };
  }

  private String uses() {
    StringBuilder uses = new StringBuilder("<ul class=\"uses\">\n");
    uses.append(
        use(
            "places",
            status.places() + " of " + status.limit(),
            (double) status.places() / Math.max(1, status.limit())));
    for (Status.Use use : status.capacity()) {
      String limits = use.limit().compareTo(Quantity.ZERO) > 0 ? ", limits " + use.limit() : "";
      uses.append(
          use(
              use.resource(),
              use.used() + " of " + use.capacity() + limits,
              share(use.used(), use.capacity())));
    }
    return uses.append("</ul>\n").toString();
  }

  private static String use(String name, String words, double part) {
    return "<li>%s: %s %s\n".formatted(Html.text(name), Html.text(words), Html.meter(part));
  }

  private static double share(Quantity used, Quantity all) {
    return (double) used.thousandths() / Math.max(1, all.thousandths());
  }

  private Stream<PreviewState> states() {
    return status.previews().stream().map(it -> it.status().state()).distinct().sorted();
  }

  private String filter() {
    String states =
        states()
            .map(it -> "<option>" + it.word())
            .collect(Collectors.joining("", "<option value=\"\">any", ""));
    return """
    <form id="filter" hidden>
    <label>Filter <input id="text" type="search" autocomplete="off"></label>
    <label>State <select id="state">%s</select></label>
    <output id="shown"></output>
    </form>
    """
        .formatted(states);
  }

  private List<String> columns() {
    List<String> columns =
        new ArrayList<>(List.of("Preview", "Commit", "State", "Opened", "Expires", "Requests"));
    if (status.namesBundles()) {
      columns.add("Bundle");
    }
    columns.add("URL");
    return columns;
  }

  private String row(Status.Preview preview) {
    PreviewStatus now = preview.status();
    List<String> cells =
        new ArrayList<>(
            List.of(
                name(preview),
                preview
                    .headSha()
                    .map(CommitSha::shortHex)
                    .map("<code>%s</code>"::formatted)
                    .orElse(""),
                "<b class=\"%s\">%1$s</b> %s".formatted(now.state().word(), Html.text(now.words())),
                preview.openedAt().map(this::opened).orElse(""),
                preview.expiresAt().map(Html::time).orElse(""),
                requests(preview.requests())));
    if (status.namesBundles()) {
      cells.add(preview.bundle().map(it -> Html.text(it.words())).orElse(""));
    }
    cells.add(
        preview
            .url()
            .map(url -> Html.link(url, Html.text(url.replaceFirst("^https://", ""))))
            .orElse(""));
    return "<tr data-state=\"%s\">%s</tr>\n"
        .formatted(
            now.state().word(),
            cells.stream().map("<td>%s"::formatted).collect(Collectors.joining()));
  }

  /** With what people wrote, set apart so that a right-to-left title turns nothing around it. */
  private static String name(Status.Preview preview) {
    String name = Html.text(StatusTable.title(preview));
    Optional<PullRequest.Details> details = preview.source().map(PullRequest::details);
    String title = details.map(it -> Html.text(it.title())).orElse("");
    String author = details.map(it -> Html.text(it.author())).orElse("");
    return preview.link().map(link -> Html.link(link, name)).orElse(name)
        + (title.isEmpty() ? "" : "<br><bdi>" + title + "</bdi>")
        + (author.isEmpty() ? "" : "<br>by <bdi>" + author + "</bdi>");
  }

  private String opened(Instant at) {
    return Html.time(at) + "<br>" + StatusTable.age(at, now) + " old";
  }

  private String requests(Amounts amounts) {
    return Stream.of("memory", "cpu")
        .filter(resource -> amounts.request(resource).compareTo(Quantity.ZERO) > 0)
        .map(resource ->
            "<span>%s %s%s</span>"
                .formatted(resource, amounts.request(resource), bar(resource, amounts)))
        .collect(Collectors.joining("<br>"));
  }

  /** Its share of what the platform may use. */
  private String bar(String resource, Amounts amounts) {
    return status.capacity().stream()
        .filter(use -> use.resource().equals(resource))
        .map(use -> " " + Html.meter(share(amounts.request(resource), use.capacity())))
        .collect(Collectors.joining());
  }

  private String legend() {
    return states()
        .map(it -> "<dt>%s<dd>%s\n".formatted(it.word(), Html.text(it.meaning())))
        .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
  }
}
