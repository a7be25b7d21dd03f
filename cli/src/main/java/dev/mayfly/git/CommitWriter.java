package dev.mayfly.git;

import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** Turns edits into a commit, and proves before it is named that nothing else changed. */
record CommitWriter(Repository repository, Optional<CommitSigning> signing) {
  Optional<CommitSha> write(Snapshot base, List<TreeEdit> edits, CommitText text)
      throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = inserter.newReader()) {
      ObjectId tree = new TreeEditor(reader, inserter).apply(base.treeId(), edits);
      if (tree.equals(base.treeId())) {
        return Optional.empty();
      }
      List<TreePath> changed = edits.stream().map(TreeEdit::directory).toList();
      new SiblingsUntouched(reader).check(base.treeId(), tree, changed);
      CommitBuilder commit = text.of(tree);
      commit.setParentId(ObjectId.fromString(base.commit().hex()));
      if (signing.isPresent()) {
        signing.get().sign(repository, commit);
      }
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return Optional.of(new CommitSha(id.name()));
    }
  }
}
