package dev.mayfly.forge;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Tree;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The state of a stub forge, and what the three dialects share: routing and pages of three. */
public abstract class StubForge implements StubServer.Stub {
  static final String REPOSITORY = "acme/shop";
  public static final int ME = 42;
  String repository;
  private static final int PAGE = 3;

  /** A comment, by us or by someone else. */
  public record Comment(int id, int pull, int author, String body) {}

  /** Whether the repository has this branch; real forges look, and answer otherwise without. */
  public Predicate<String> hasBranch = branch -> true;

  public final Map<Integer, StubPull> pulls = new TreeMap<>();
  public final List<Comment> comments = new ArrayList<>();
  private int lastComment = 100;

  StubForge(String repository) {
    this.repository = repository;
  }

  /** The ways to merge that the repository allows. */
  public final Set<String> ways = new TreeSet<>(Set.of("merge", "squash", "rebase"));

  /** Whether a check is required that has not passed yet. */
  public boolean checksPending;

  /** What a merge does to the repository. */
  public Consumer<StubPull> merges = pull -> {};

  void merge(StubPull pull) {
    pull.state = "closed";
    pull.merged = true;
    merges.accept(pull);
  }

  /** Whether the list of those that are closed is turned away. */
  public boolean hidesClosed;

  /** Runs once, just before a pull request would be created: someone else is faster. */
  public @Nullable Runnable beforeCreate;

  /** Whether changes of pull requests are turned away, as for a token that may only read. */
  public boolean refusesWrites;

  /** The same for comments. */
  public boolean refusesComments;

  /** Runs after each pull request that was created: someone else is faster again. */
  public Consumer<StubPull> afterCreate = pull -> {};

  public StubPull open(int number) {
    StubPull pull = new StubPull(number, repository);
    pulls.put(number, pull);
    return pull;
  }

  /** What a cluster reported of previews. */
  public final StubReports reports = new StubReports();

  /** How people stand in groups, by the group and the login. */
  public final Map<String, String> members = new TreeMap<>();

  /** Whether a token is told who belongs to a group. */
  public boolean membersHidden;

  /** Whether a token may ask who it is. */
  public boolean tellsUser = true;

  /** Whether an installation's token is told who it is, as by GraphQL. */
  public boolean tellsViewer = true;

  public Comment addComment(int pull, int author, String body) {
    Comment comment = new Comment(++lastComment, pull, author, body);
    comments.add(comment);
    return comment;
  }

  void replaceComment(int id, String body) {
    comments.replaceAll(c -> c.id() == id ? new Comment(id, c.pull(), c.author(), body) : c);
  }

  /**
   * What a forge does by itself when a branch is gone: it closes the pull request and leaves its
   * text as it was.
   *
   * @param late after how many answers it does so; Gitea takes it from a queue
   */
  void closeWhatHasNoBranch(int late) {
    for (StubPull pull : pulls.values()) {
      if (pull.state.equals("open") && isGone(pull) && ++pull.answersSinceGone > late) {
        pull.state = "closed";
      }
    }
  }

  public boolean isGone(StubPull pull) {
    return repository.equals(pull.headRepository) && !hasBranch.test(pull.branch);
  }

  /** Opens a pull request as asked, or null where one of the same branches is open. */
  @Nullable StubPull create(String branch, String base, String title, String body) {
    if (beforeCreate != null) {
      Runnable first = beforeCreate;
      beforeCreate = null;
      first.run();
    }
    if (openFrom(branch, base) > 0 || !hasBranch.test(branch)) {
      return null;
    }
    StubPull pull = open(pulls.keySet().stream().max(Integer::compare).orElse(0) + 1);
    pull.branch = branch;
    pull.base = base;
    pull.title = title;
    pull.body = body;
    afterCreate.accept(pull);
    return pull;
  }

  long openFrom(String branch, String base) {
    return pulls.values().stream()
        .filter(p -> p.state.equals("open") && p.branch.equals(branch) && p.base.equals(base))
        .count();
  }

  /** One page of a list; that of pushes is walked by cursors. */
  static StubServer.Answer page(URI uri, List<String> items) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String key = uri.getPath().endsWith("/activity") ? "after" : "page";
    Matcher matcher = Pattern.compile("(?:^|&)" + key + "=(\\d+)").matcher(query);
    int page = matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    int from = Math.min(items.size(), (page - 1) * PAGE);
    int to = Math.min(items.size(), page * PAGE);
    String rest = query.replaceAll("(^|&)" + key + "=\\d+", "");
    String next =
        to < items.size() ? uri.getRawPath() + "?" + rest + "&" + key + "=" + (page + 1) : null;
    return new StubServer.Answer(200, "[" + String.join(",", items.subList(from, to)) + "]", next);
  }

  /** The pull requests that a list was asked for: by state and branch, and in which order. */
  List<StubPull> listed(URI uri) {
    String query =
        URLDecoder.decode(String.valueOf(uri.getRawQuery()), StandardCharsets.UTF_8) + "&";
    Matcher branch = Pattern.compile("(?:head=[^:&]*:|source_branch=)([^&]+)&").matcher(query);
    Optional<String> only = branch.find() ? Optional.of(branch.group(1)) : Optional.empty();
    List<StubPull> found =
        pulls.values().stream()
            .filter(pull ->
                query.contains("state=all")
                    || (query.contains("state=closed") && pull.state.equals("closed"))
                    || (query.contains("state=merged") && pull.merged)
                    || (query.contains("state=open") && pull.state.equals("open")))
            .filter(pull -> only.isEmpty() || pull.branch.equals(only.get()))
            .toList();
    return query.matches(".*(sort=created|sort=updated|order_by=|sort=recentupdate).*")
        ? found.reversed()
        : found;
  }

  static StubServer.Answer ok(String json) {
    return new StubServer.Answer(200, json, null);
  }

  static StubServer.Answer status(int status, String message) {
    return new StubServer.Answer(status, "{\"message\": " + quote(message) + "}", null);
  }

  static String quote(@Nullable String text) {
    return text == null ? "null" : JsonWriter.write(new Tree.Text(text));
  }

  static String quoted(List<String> texts) {
    return texts.stream().map(StubForge::quote).collect(Collectors.joining(",", "[", "]"));
  }

  static MapNode parse(String body) {
    return (MapNode)
        new JsonReader(Budget.EVENT)
            .read("request", body.getBytes(StandardCharsets.UTF_8))
            .single(Fault.REMOTE);
  }

  static String text(String body, String key) {
    String text = parse(body).textAt(key);
    return text == null ? "" : text;
  }
}
