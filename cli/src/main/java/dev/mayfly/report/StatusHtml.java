package dev.mayfly.report;

import dev.mayfly.delivery.Status;
import dev.mayfly.preview.CommitSha;
import java.time.Instant;

/** The previews of a platform as one page without scripts or outside resources. */
public final class StatusHtml {
  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}"
          + "table{border-collapse:collapse;width:100%}"
          + "th,td{text-align:left;padding:.4rem .8rem;border-bottom:1px solid #ccc}"
          + "code{font-size:.9em}";

  private StatusHtml() {}

  public static String write(Status status, Instant now) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    page.append("<title>Previews of ").append(escape(status.platform())).append("</title>\n");
    page.append("<style>").append(STYLE).append("</style>\n</head>\n<body>\n");
    page.append("<h1>Previews of ").append(escape(status.platform())).append("</h1>\n");
    page.append("<p>").append(escape(StatusTable.uses(status).strip())).append("</p>\n");
    String bundle = status.namesBundles() ? "<th>Bundle" : "";
    page.append("<table>\n<tr><th>Preview<th>Commit<th>Age<th>State" + bundle + "<th>URL</tr>\n");
    status.previews().forEach(preview -> page.append(row(preview, now, status.namesBundles())));
    return page.append("</table>\n</body>\n</html>\n").toString();
  }

  private static String row(Status.Preview preview, Instant now, boolean bundles) {
    String bundle = preview.bundle().map(it -> escape(it.words())).orElse("");
    String url =
        preview.url().map(u -> "<a href=\"" + escape(u) + "\">" + escape(u) + "</a>").orElse("");
    return "<tr><td>"
        + escape(StatusTable.title(preview))
        + "<td><code>"
        + preview.headSha().map(CommitSha::shortHex).orElse("")
        + "</code><td>"
        + preview.openedAt().map(opened -> StatusTable.age(opened, now)).orElse("")
        + "<td>"
        + escape(preview.state().words())
        + (bundles ? "<td>" + bundle : "")
        + "<td>"
        + url
        + "</tr>\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
