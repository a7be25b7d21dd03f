package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pull requests as {@code gh pr list --json}, {@code glab mr list -F json} and the lists of GitHub,
 * Gitea and GitLab write them, in the keys of {@link PullRequestFile}. Every value keeps its place.
 */
final class ForgeListing {
  private final Node item;
  private final List<MapNode.Entry> entries = new ArrayList<>();

  private ForgeListing(Node item) {
    this.item = item;
  }

  /** The item as it is where no forge wrote it. */
  static Node translated(Node item) {
    ForgeListing listing = new ForgeListing(item);
    if (item.at("headRefOid") != null) {
      return listing.gh();
    }
    if (item.at("head") instanceof MapNode && item.at("base") instanceof MapNode) {
      return listing.github();
    }
    return item.at("iid") != null ? listing.gitlab() : item;
  }

  private Node gh() {
    put("number", item.at("number"));
    put("headSha", item.at("headRefOid"));
    put("branch", item.at("headRefName"));
    put("targetBranch", item.at("baseRefName"));
    put("author", item.at("author", "login"));
    put("draft", item.at("isDraft"));
    repository(item.at("url"), "/pull/");
    return common();
  }

  private Node github() {
    put("number", item.at("number"));
    put("headSha", item.at("head", "sha"));
    put("branch", item.at("head", "ref"));
    put("targetBranch", item.at("base", "ref"));
    put("author", item.at("user", "login"));
    put("draft", item.at("draft"));
    put("repository", item.at("base", "repo", "full_name"));
    return common();
  }

  private Node gitlab() {
    put("number", item.at("iid"));
    put("headSha", item.at("sha"));
    put("branch", item.at("source_branch"));
    put("targetBranch", item.at("target_branch"));
    put("author", item.at("author", "username"));
    put("draft", item.at("draft"));
    repository(item.at("web_url"), "/-/merge_requests/");
    return common();
  }

  private Node common() {
    put("title", item.at("title"));
    if (item.at("state") instanceof ScalarNode state) {
      String word = state.text().toLowerCase(Locale.ROOT);
      put("state", text(word.equals("opened") ? "open" : word, state));
    }
    if (item.at("labels") instanceof ListNode labels) {
      put(
          "labels",
          new ListNode(labels.items().stream().map(this::label).toList(), labels.location()));
    }
    return new MapNode(entries, item.location());
  }

  private Node label(Node label) {
    return Optional.ofNullable(label.at("name")).orElse(label);
  }

  /** Two of the forges' tools name the repository in the address alone. */
  private void repository(@Nullable Node address, String before) {
    if (address instanceof ScalarNode url) {
      try {
        String path = Optional.ofNullable(URI.create(url.text()).getPath()).orElse("");
        int end = path.indexOf(before);
        if (end > 1) {
          put("repository", text(path.substring(1, end), url));
        }
      } catch (IllegalArgumentException e) {
        put("repository", url);
      }
    }
  }

  /** What a forge leaves out, or says is nothing, is not said. */
  private void put(String key, @Nullable Node value) {
    if (value != null && !(value instanceof ScalarNode scalar && scalar.isNull())) {
      entries.add(new MapNode.Entry(text(key, value), value));
    }
  }

  private static ScalarNode text(String text, Node like) {
    return new ScalarNode(text, true, like.location());
  }
}
