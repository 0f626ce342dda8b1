//DEPS org.apache.spark:spark-sql_2.12:3.5.9
//SOURCES ../project/LabException.java
package notebook;

import org.apache.xbean.asm9.ClassReader;
import org.apache.xbean.asm9.ClassVisitor;
import org.apache.xbean.asm9.ClassWriter;
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
        boolean ends = name.equals("exit") || name.equals("halt");
        if (ends && owner.equals("java/lang/System") && type.equals("(I)V")) {
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, Type.getInternalName(NoExit.class), "exit", type, false);
        } else if (ends && owner.equals("java/lang/Runtime") && type.equals("(I)V")) {
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              Type.getInternalName(NoExit.class),
              "exit",
              "(Ljava/lang/Runtime;I)V",
              false);
        } else {
          super.visitMethodInsn(code, owner, name, type, face);
        }
      }
    };
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
