package dev.mayfly.forge;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.net.URI;

/**
 * Where people look at a pull request, made of what the configuration says: an address in an answer
 * may lead anywhere and hold anything.
 *
 * @param form what stands between repository and number
 */
record Links(URI web, String form) {
  String to(RepositoryName repository, PullRequestNumber number) {
    return web + "/" + repository + form + number;
  }
}
