//DEPS org.apache.spark:spark-sql_2.12:3.5.9
//SOURCES ../project/LabException.java
package notebook;

import java.util.Optional;
import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.ClassWriter;
import org.apache.xbean.asm9.Handle;
import org.apache.xbean.asm9.MethodVisitor;
import org.apache.xbean.asm9.Opcodes;
import org.apache.xbean.asm9.Type;
import project.LabException;

/**
 * Makes an exception of {@code System.exit} in a cell, so that the call has its line and its cell
 * fails: it would end what runs the cells, too, and no later claim would be looked at.
 */
public final class NoExit {
  private static final int API = Opcodes.ASM9;

  private NoExit() {}

  /** The same class, in which calls that end the JVM throw. */
  static byte[] in(byte[] compiled) {
    ClassReader reader = new ClassReader(compiled);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(API, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String type, String signature, String[] exceptions) {
            return withoutExit(super.visitMethod(access, name, type, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  private static MethodVisitor withoutExit(MethodVisitor method) {
    return new MethodVisitor(API, method) {
      @Override
      public void visitMethodInsn(int code, String owner, String name, String type, boolean face) {
        Optional<Handle> instead = instead(owner, name, type);
        if (instead.isPresent()) {
          Handle exit = instead.get();
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, exit.getOwner(), exit.getName(), exit.getDesc(), false);
        } else {
          super.visitMethodInsn(code, owner, name, type, face);
        }
      }

      /** A method reference: {@code System::exit}. */
      @Override
      public void visitInvokeDynamicInsn(
          String name, String type, Handle bootstrap, Object... arguments) {
        Object[] changed = arguments.clone();
        for (int i = 0; i < changed.length; i++) {
          if (changed[i] instanceof Handle called) {
            changed[i] =
                instead(called.getOwner(), called.getName(), called.getDesc()).orElse(called);
          }
        }
        super.visitInvokeDynamicInsn(name, type, bootstrap, changed);
      }
    };
  }

  /** The method here that stands for one that ends the JVM; empty for every other. */
  private static Optional<Handle> instead(String owner, String name, String type) {
    if (!type.equals("(I)V") || !name.equals("exit") && !name.equals("halt")) {
      return Optional.empty();
    }
    return switch (owner) {
      case "java/lang/System" -> Optional.of(exit(type));
      case "java/lang/Runtime" -> Optional.of(exit("(Ljava/lang/Runtime;I)V"));
      default -> Optional.empty();
    };
  }

  private static Handle exit(String type) {
    return new Handle(
        Opcodes.H_INVOKESTATIC, Type.getInternalName(NoExit.class), "exit", type, false);
  }

  /** Called by cells instead of {@code System.exit}. */
  public static void exit(int code) {
    throw LabException.failed(
        ("exit(%d) would end everything that runs here. Wanted a statement that ends by itself;"
                + " a shell ends with /exit.")
            .formatted(code));
  }

  /** Called by cells instead of the methods of {@code Runtime}. */
  public static void exit(Runtime runtime, int code) {
    exit(code);
  }
}
