package tests.operate;

import java.nio.file.Path;
import operate.contract.Contract;

/** Contracts of one small table, written by what is special about each. */
final class Yamls {
  static final Path FILE = Path.of("ops/contracts/raw.orders.odcs.yaml");

  private static final String START =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: lab.orders
      name: raw.orders
      version: 1.2.0
      status: active
      """;

  private Yamls() {}

  /** The head of a contract, then {@code rest}. */
  static String contract(String rest) {
    return START + rest;
  }

  /** A contract with these columns, each a line as {@code {name: id, logicalType: integer}}. */
  static String columns(String... columns) {
    return table("", columns);
  }

  /**
   * A contract whose table has these rules, each a line as {@code {metric: rowCount, mustBe: 1}}.
   */
  static String table(String rules, String... columns) {
    String quality = rules.isEmpty() ? "" : "    quality:\n" + items(6, rules.split("\n"));
    return contract(
        "schema:\n  - name: orders\n" + quality + "    properties:\n" + items(6, columns));
  }

  private static String items(int indent, String... items) {
    StringBuilder text = new StringBuilder();
    for (String item : items) {
      text.append(" ".repeat(indent)).append("- ").append(item).append('\n');
    }
    return text.toString();
  }

  static Contract parse(String text) {
    return Contract.parse(FILE, text);
  }
}
