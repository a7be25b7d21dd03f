package dev.mayfly.forge;

import dev.mayfly.http.Request;
import dev.mayfly.yaml.Node;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All pages of a list, by the Link header (RFC 8288) that the three forges send. A short page is no
 * sign of the end: Gitea cuts the page size to its own limit.
 *
 * @param complete whether the list ended of itself, without an item twice (a sign that items moved
 *     between pages while we read) and with as many items as the forge announced
 */
record Pages(List<ApiFields> items, boolean complete) {
  private static final int MOST_PAGES = 200;
  private static final Pattern NEXT =
      Pattern.compile("<([^<>]{1,4000})>[^,<]{0,200}?;\\s{0,9}rel=\"?next\"?");

  /** Tried one after the other where pages hold more text than is read of one answer. */
  private static final List<String> SMALLER = List.of("10", "1");

  /** All pages of a list, which are large ones. */
  static Pages all(ForgeClient client, String path, String identity) throws ForgeException {
    return large(client, path, identity, Integer.MAX_VALUE);
  }

  /** Large pages, until there are at least so many items. */
  static Pages large(ForgeClient client, String path, String identity, int enough)
      throws ForgeException {
    String separator = path.contains("?") ? "&" : "?";
    return read(client, path + separator + client.pageSize(), identity, enough);
  }

  /**
   * Reads pages until the end, or until there are at least so many items. Whoever opens pull
   * requests writes their texts, and must not decide whether the list can be read.
   */
  static Pages read(ForgeClient client, String path, String identity, int enough)
      throws ForgeException {
    String sized = path;
    for (String smaller : SMALLER) {
      try {
        return readAll(client, sized, identity, enough);
      } catch (ForgeException e) {
        if (e.kind() != ForgeException.Kind.TOO_LARGE) {
          throw e;
        }
        sized = path.replaceFirst("\\b(per_page|limit)=[0-9]+", "$1=" + smaller);
      }
    }
    return readAll(client, sized, identity, enough);
  }

  private static Pages readAll(ForgeClient client, String path, String identity, int enough)
      throws ForgeException {
    List<ApiFields> items = new ArrayList<>();
    Set<String> identities = new HashSet<>();
    Set<String> visited = new HashSet<>();
    long announced = 0;
    boolean whole = true;
    Optional<Request> next = Optional.of(Request.get(path));
    while (next.isPresent() && items.size() < enough) {
      Request page = next.get();
      if (!visited.add(client.resolve(page).toString()) || visited.size() > MOST_PAGES) {
        throw ForgeException.of(
            ForgeException.Kind.MALFORMED, "the pages of `" + page.describe() + "` never end");
      }
      Reply reply = client.send(page);
      List<Node> entries = reply.items();
      List<ApiFields> objects = ApiFields.objects(entries, reply.redaction());
      whole &= objects.size() == entries.size();
      for (ApiFields item : objects) {
        if (identities.add(item.identity(identity))) {
          items.add(item);
        } else {
          whole = false;
        }
      }
      announced = Math.max(announced, total(reply));
      next = next(reply);
    }
    return new Pages(items, next.isEmpty() && whole && items.size() >= announced);
  }

  /**
   * Reads pages by their number until one brings nothing new, where a forge pages without a Link
   * header: Gitea's labels and timeline ({@code routers/api/v1/repo}, {@code ListLabels} and {@code
   * ListIssueCommentsAndTimeline}). A page from which Gitea took out what this user may not see
   * ends the list early, so what is not in it is not known.
   */
  static Pages numbered(ForgeClient client, String path, String identity) throws ForgeException {
    List<ApiFields> items = new ArrayList<>();
    Set<String> identities = new HashSet<>();
    Request first = Request.get(path);
    for (int page = 1; page <= MOST_PAGES; page++) {
      int before = items.size();
      for (ApiFields item : client.send(first.to(path + "&page=" + page)).objectsOrNone()) {
        if (identities.add(item.identity(identity))) {
          items.add(item);
        }
      }
      if (items.size() == before) {
        return new Pages(items, true);
      }
    }
    throw ForgeException.of(
        ForgeException.Kind.MALFORMED, "the pages of `" + first.describe() + "` never end");
  }

  private static long total(Reply reply) {
    return reply
        .response()
        .first("x-total-count")
        .or(() -> reply.response().first("x-total"))
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Long::parseLong)
        .orElse(0L);
  }

  private static Optional<Request> next(Reply reply) throws ForgeException {
    Matcher matcher = NEXT.matcher(String.join(", ", reply.response().all("link")));
    if (!matcher.find()) {
      return Optional.empty();
    }
    Optional<URI> target = reply.response().sameOrigin(matcher.group(1));
    return Optional.of(
        target
            .map(uri -> reply.request().to(uri.toString()))
            .orElseThrow(() ->
                ForgeException.of(
                    ForgeException.Kind.MALFORMED,
                    "the next page of `" + reply.request().describe() + "` is at another host")));
  }
}
