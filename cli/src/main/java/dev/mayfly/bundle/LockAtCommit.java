package dev.mayfly.bundle;

import dev.mayfly.delivery.DigestSource;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.image.Digests;
import dev.mayfly.platform.App;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The digests that the lock files of a pull request's head commit pin. */
public final class LockAtCommit implements DigestSource {
  private final Function<String, RemoteRepository> repositories;

  /** Opens the app's repository by its URL for each question, and closes it again. */
  public LockAtCommit(Function<String, RemoteRepository> repositories) {
    this.repositories = repositories;
  }

  @Override
  public Map<String, ImageDigest> digests(App app, CommitSha head) {
    if (app.images().stream().allMatch(image -> image.lock().isEmpty())) {
      return Map.of();
    }
    Map<String, String> names = new TreeMap<>();
    app.images().forEach(image -> names.put(image.id(), image.name()));
    Digests digests = new Digests(names);
    try (RemoteRepository repository = repositories.apply(app.repositoryUrl())) {
      LockFiles.at(repository.fetch(head), app)
          .forEach((path, lock) -> digests.addAll(lock, path));
    }
    return digests.byId();
  }
}
