package tests.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the house rules need to know of a Java file.
 *
 * @param path relative to the root
 * @param packageName empty for a script
 * @param types names of its top-level types
 * @param uses qualified names of types it imports or writes out, {@code project.Cli}
 */
record JavaFile(Path path, String packageName, List<String> types, Set<String> uses) {

  /** Parses files, without resolving what they refer to. */
  static List<JavaFile> parse(List<Path> paths) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<File> files = paths.stream().map(p -> Tree.ROOT.resolve(p).toFile()).toList();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromFiles(files));
      Iterator<Path> names = paths.iterator();
      List<JavaFile> parsed = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        parsed.add(of(names.next(), unit));
      }
      return parsed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFile of(Path path, CompilationUnitTree unit) {
    Set<String> uses = new TreeSet<>();
    unit.accept(new QualifiedNames(), uses);
    return new JavaFile(
        path,
        unit.getPackageName() == null ? "" : unit.getPackageName().toString(),
        unit.getTypeDecls().stream()
            .filter(t -> t.getKind() != Kind.EMPTY_STATEMENT)
            .map(t -> ((com.sun.source.tree.ClassTree) t).getSimpleName().toString())
            .toList(),
        uses);
  }

  /** The folder of lib it belongs to, {@code scripts} for a script. */
  String room() {
    return packageName.isEmpty() ? "scripts" : packageName.split("\\.")[0];
  }

  /** Collects {@code room.Type} wherever it is written, in imports and in code. */
  private static final class QualifiedNames extends TreeScanner<Void, Set<String>> {
    @Override
    public Void visitImport(ImportTree node, Set<String> names) {
      String name = node.getQualifiedIdentifier().toString();
      names.add(node.isStatic() ? name.substring(0, name.lastIndexOf('.')) : name);
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Set<String> names) {
      if (node.getExpression() instanceof IdentifierTree
          && Character.isUpperCase(node.getIdentifier().charAt(0))) {
        names.add(node.toString());
      }
      return super.visitMemberSelect(node, names);
    }
  }
}
