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
 * Gitea and GitLab write them, in the keys of {@link GeneratorPullRequest}. Every value keeps its
 * place.
 */
final class ForgeListing {
  private static final List<String> KEYS =
      List.of("number", "headSha", "branch", "targetBranch", "author", "draft");

  private final Node item;
  private final List<MapNode.Entry> entries = new ArrayList<>();

  private ForgeListing(Node item) {
    this.item = item;
  }

  /** The item as it is where no forge wrote it. */
  static Node translated(Node item) {
    ForgeListing listing = new ForgeListing(item);
    if (item.at("headRefOid") != null) {
      listing.put("number headRefOid headRefName baseRefName author.login isDraft");
      listing.repository(item.at("url"), "/pull/");
    } else if (item.at("head") instanceof MapNode && item.at("base") instanceof MapNode) {
      listing.put("number head.sha head.ref base.ref user.login draft");
      listing.put("repository", item.at("base", "repo", "full_name"));
    } else if (item.at("iid") != null) {
      listing.put("iid sha source_branch target_branch author.username draft");
      listing.repository(item.at("web_url"), "/-/merge_requests/");
    } else {
      return item;
    }
    return listing.common();
  }

  /** What each forge has under another path. */
  private void put(String paths) {
    String[] path = paths.split(" ");
    for (int i = 0; i < KEYS.size(); i++) {
      put(KEYS.get(i), item.at(path[i].split("[.]")));
    }
  }

  private Node common() {
    put("title", item.at("title"));
    if (item.at("state") instanceof ScalarNode state) {
      String word = state.text().toLowerCase(Locale.ROOT);
      put("state", ScalarNode.of(word.equals("opened") ? "open" : word, state.location()));
    }
    if (item.at("labels") instanceof ListNode labels) {
      put("labels", labels.changed(it -> it.at("name") instanceof Node name ? name : it));
    }
    return new MapNode(entries, item.location());
  }

  /** Two of the forges' tools name the repository in the address alone. */
  private void repository(@Nullable Node address, String before) {
    if (address instanceof ScalarNode url) {
      try {
        String path = Optional.ofNullable(URI.create(url.text()).getPath()).orElse("");
        int end = path.indexOf(before);
        if (end > 1) {
          put("repository", ScalarNode.of(path.substring(1, end), url.location()));
        }
      } catch (IllegalArgumentException e) {
        put("repository", url);
      }
    }
  }

  /** What a forge leaves out, or says is nothing, is not said. */
  private void put(String key, @Nullable Node value) {
    if (value != null && !value.isNull()) {
      entries.add(MapNode.Entry.of(key, value));
    }
  }
}
