package dev.mayfly.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Looks into a commit as {@code git show} and {@code git ls-tree -r} do, without a program for each
 * of the thousand looks.
 *
 * @param revision as {@code git rev-parse} reads it
 */
record CommittedFiles(Path directory, String revision) {
  private interface Look<T> {
    T at(ObjectReader reader, ObjectId tree) throws IOException;
  }

  String text(String path) {
    return look((reader, tree) -> {
      try (TreeWalk walk = TreeWalk.forPath(reader, path, tree)) {
        if (walk == null) {
          throw new IllegalStateException(directory + " has no " + path + " at " + revision);
        }
        return new String(reader.open(walk.getObjectId(0)).getBytes(), StandardCharsets.UTF_8);
      }
    });
  }

  List<String> paths() {
    return look((reader, tree) -> {
      List<String> paths = new ArrayList<>();
      try (TreeWalk walk = new TreeWalk(reader)) {
        walk.addTree(tree);
        walk.setRecursive(true);
        while (walk.next()) {
          paths.add(walk.getPathString());
        }
      }
      return List.copyOf(paths);
    });
  }

  static List<String> branches(Path directory) {
    try (Repository repository = open(directory)) {
      return repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS).stream()
          .map(ref -> Repository.shortenRefName(ref.getName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The repository of a folder, bare or with a work tree. */
  static Repository open(Path directory) throws IOException {
    HermeticSystem.install();
    return new RepositoryBuilder().findGitDir(directory.toFile()).build();
  }

  private <T> T look(Look<T> look) {
    try (Repository repository = open(directory);
        RevWalk walk = new RevWalk(repository)) {
      ObjectId id = repository.resolve(revision);
      if (id == null) {
        throw new IllegalStateException(directory + " has no " + revision);
      }
      return look.at(walk.getObjectReader(), walk.parseCommit(id).getTree());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
