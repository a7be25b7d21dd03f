package dev.mayfly.forge;

import java.util.List;

/**
 * The open pull requests that a list showed. A list is read while others open and close, so even a
 * complete one only finds candidates: that a pull request is not in it never proves it is closed.
 *
 * @param complete whether every page was read, no item came twice and none was missing
 */
public record OpenPullRequests(List<ListedPullRequest> items, boolean complete) {
  public OpenPullRequests {
    items = List.copyOf(items);
  }
}
