package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a platform is read from: the work tree, or a commit of the repository around it. */
public sealed interface PlatformPlace {
  /** Where the platform lies, or would lie if its commit were checked out. */
  Path folder();

  /** Its file, likewise. */
  Path file();

  LoadedPlatform platform();

  Templates templates();

  /** What it and another platform of the repository both call theirs, where the others are seen. */
  List<Problem> neighbours(LoadedPlatform own);

  /** The nearest platform upward from a folder. */
  record OnDisk(Workspace workspace, Console console) implements PlatformPlace {
    public static Optional<PlatformPlace> around(Path start, Console console) {
      return Workspace.around(start).map(workspace -> new OnDisk(workspace, console));
    }

    @Override
    public Path folder() {
      return workspace.root();
    }

    @Override
    public Path file() {
      return workspace.platformFile();
    }

    @Override
    public LoadedPlatform platform() {
      return Platforms.quietly(workspace, console);
    }

    @Override
    public Templates templates() {
      return workspace.templates();
    }

    @Override
    public List<Problem> neighbours(LoadedPlatform own) {
      return Neighbourhood.problems(workspace, own);
    }
  }

  /** A platform as a commit has it. */
  record AtCommit(Path root, Snapshot snapshot, TreePath path) implements PlatformPlace {
    public static Optional<PlatformPlace> around(Path start, Path root, Snapshot snapshot) {
      for (Path folder = start; folder != null && folder.startsWith(root); ) {
        Optional<TreePath> path =
            TreePath.parse(root.relativize(folder).toString().replace('\\', '/'));
        if (path.filter(it -> isPlatform(snapshot, it)).isPresent()) {
          return Optional.of(new AtCommit(root, snapshot, path.orElseThrow()));
        }
        folder = folder.getParent();
      }
      return Optional.empty();
    }

    private static boolean isPlatform(Snapshot snapshot, TreePath folder) {
      return snapshot.find(folder.child(Workspace.PLATFORM_FILE)).isPresent();
    }

    @Override
    public Path folder() {
      return root.resolve(path.toString());
    }

    @Override
    public Path file() {
      return folder().resolve(Workspace.PLATFORM_FILE);
    }

    @Override
    public LoadedPlatform platform() {
      return Policy.platformAt(snapshot, path);
    }

    @Override
    public Templates templates() {
      return Policy.templatesAt(snapshot, path);
    }

    @Override
    public List<Problem> neighbours(LoadedPlatform own) {
      return List.of();
    }
  }
}
