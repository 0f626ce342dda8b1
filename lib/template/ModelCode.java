//SOURCES JavaLine.java
//SOURCES NewModel.java
//SOURCES Template.java
//FILES template/job.txt=job.txt
//FILES template/model.txt=model.txt
//FILES template/test.txt=test.txt
package template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Java of a new model: its job, what it computes, and a test of that. */
record ModelCode(NewModel model) {
  private static final String FUNCTIONS = "import static org.apache.spark.sql.functions.%s;";

  /** The days of the test's rows. */
  private static final List<String> DAYS = List.of("2025-10-01", "2025-10-02", "2025-10-03");

  private Map<String, String> common() {
    Map<String, String> values = new HashMap<>();
    values.put("model", model.name().text());
    values.put("type", model.name().type());
    values.put("output", model.output());
    values.put("layer", model.layer());
    values.put("table", model.table());
    values.put("variant", NewModel.VARIANT);
    return values;
  }

  private List<String> each(String format) {
    return model.inputs().stream().map(i -> format.replace("$", i.variable())).toList();
  }

  /** {@code scripts/churn_daily.java}. */
  String job() {
    Map<String, String> values = common();
    values.put(
        "reads",
        model.inputs().stream()
            .map(
                input ->
                    JavaLine.assigned(
                        4,
                        "Dataset<Row> %s =".formatted(input.variable()),
                        "job.spark().read().parquet(job.reads(%s).toString());"
                            .formatted(place(input))))
            .collect(Collectors.joining("\n")));
    String type = model.name().type();
    values.put("days", JavaLine.call(4, "Dataset<Row> days = %s.of(".formatted(type), each("$"), ");"));
    String spec =
        "new JobSpec(\"%s\", %s.TABLE, \"%s\", \"\", SparkConfFile.read(\"optimized\"));"
            .formatted(model.name(), type, NewModel.VARIANT);
    values.put("spec", JavaLine.assigned(4, "JobSpec job =", spec));
    return Template.of("job").filled(values);
  }

  private static String place(InputTable input) {
    return input.raw()
        ? "\"%s\"".formatted(input.name())
        : "\"%s\", \"%s\"".formatted(input.table(), input.variant());
  }

  /** {@code lib/models/ChurnDaily.java}. */
  String computation() {
    Map<String, String> values = common();
    TreeSet<String> functions = new TreeSet<>(List.of("col", "count", "lit"));
    for (InputTable input : model.inputs()) {
      if (!input.sums().isEmpty()) {
        functions.add("sum");
      }
      if (input.time()) {
        functions.add("to_date");
      }
    }
    values.put(
        "imports", functions.stream().map(FUNCTIONS::formatted).collect(Collectors.joining("\n")));
    values.put(
        "schema",
        model.inputs().stream()
            .flatMap(ModelCode::fields)
            .map("          "::concat)
            .collect(Collectors.joining("\n")));
    values.put(
        "signature",
        JavaLine.call(2, "public static Dataset<Row> of(", each("Dataset<Row> $"), ") {"));
    values.put("joined", joined());
    values.put(
        "methods",
        model.inputs().stream().map(ModelCode::byDay).collect(Collectors.joining("\n\n")));
    return Template.of("model").filled(values);
  }

  private static Stream<String> fields(InputTable input) {
    List<String> fields = new ArrayList<>();
    fields.add(".add(\"%s\", DataTypes.LongType)".formatted(input.rows()));
    for (InputTable.Sum sum : input.sums()) {
      String type =
          sum.digits() == 0
              ? "DataTypes.LongType"
              : "DataTypes.createDecimalType(%d, %d)".formatted(sum.digits(), sum.scale());
      fields.add(".add(\"%s\", %s)".formatted(input.sum(sum), type));
    }
    return fields.stream();
  }

  private String joined() {
    String first = "    return %1$sByDay(%1$s)".formatted(model.inputs().get(0).variable());
    if (model.inputs().size() == 1) {
      return first + ";";
    }
    String others =
        each("\n        .join($ByDay($), new String[] {DATE}, \"full_outer\")").stream()
            .skip(1)
            .collect(Collectors.joining());
    List<String> counts =
        model.inputs().stream().map(i -> "\"%s\"".formatted(i.rows())).toList();
    return "%s%s\n        .na()\n%s"
        .formatted(first, others, JavaLine.call(8, ".fill(0L, new String[] {", counts, "});"));
  }

  private static String byDay(InputTable input) {
    String day = "col(\"%s\")".formatted(input.date());
    List<String> columns = new ArrayList<>();
    columns.add("count(lit(1)).as(\"%s\")".formatted(input.rows()));
    input
        .sums()
        .forEach(
            s -> columns.add("sum(col(\"%s\")).as(\"%s\")".formatted(s.column(), input.sum(s))));
    return """
          /** %1$s by day. */
          private static Dataset<Row> %2$sByDay(Dataset<Row> %2$s) {
            return %2$s
                .groupBy(%3$s.as(DATE))
        %4$s
          }\
        """
        .formatted(
            input.table(),
            input.variable(),
            input.time() ? "to_date(%s)".formatted(day) : day,
            JavaLine.call(8, ".agg(", columns, ");"));
  }

  /** {@code lib/tests/models/ChurnDailyTest.java}. */
  String test() {
    Map<String, String> values = common();
    List<InputTable> inputs = model.inputs();
    values.put(
        "inputs",
        IntStream.range(0, inputs.size())
            .mapToObj(i -> rows(inputs.get(i), i == 0))
            .collect(Collectors.joining("\n\n")));
    values.put(
        "calls",
        JavaLine.call(4, "return %s.of(".formatted(model.name().type()), each("$()"), ");"));
    List<String> days = inputs.size() == 1 ? DAYS.subList(0, 2) : DAYS;
    values.put(
        "expected",
        IntStream.range(0, days.size())
            .mapToObj(d -> "            \"[" + days.get(d) + expected(d) + "]\"")
            .collect(Collectors.joining(",\n")));
    return Template.of("test").filled(values);
  }

  /** Two rows of the first day and one of the second; of any further input one of each later day. */
  private static List<List<Integer>> values(boolean first) {
    return first
        ? List.of(List.of(1, 2), List.of(4), List.of())
        : List.of(List.of(), List.of(1), List.of(2));
  }

  private static String rows(InputTable input, boolean first) {
    String columns =
        input.sums().stream()
            .map(s -> ",\n          cast(%1$s as %2$s) as %1$s".formatted(s.column(), s.stored()))
            .collect(Collectors.joining());
    List<String> rows = new ArrayList<>();
    for (int day = 0; day < DAYS.size(); day++) {
      for (int value : values(first).get(day)) {
        rows.add(
            "          ('%s'%s)"
                .formatted(DAYS.get(day), (", " + value).repeat(input.sums().size())));
      }
    }
    String names =
        input.sums().stream().map(s -> ", " + s.column()).collect(Collectors.joining());
    return """
          private static Dataset<Row> %s() {
            return SPARK.sql(
                \"""
                select
                  cast(%s as %s) as %2$s%s
                from values
        %s
                as t(%2$s%s)
                \""");
          }\
        """
        .formatted(
            input.variable(),
            input.date(),
            input.time() ? "timestamp" : "date",
            columns,
            String.join(",\n", rows),
            names);
  }

  /** What a day of the output looks like, after its date. */
  private String expected(int day) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < model.inputs().size(); i++) {
      List<Integer> values = values(i == 0).get(day);
      int total = values.stream().mapToInt(v -> v).sum();
      row.append(",").append(values.size());
      for (InputTable.Sum sum : model.inputs().get(i).sums()) {
        String zeros = sum.scale() == 0 ? "" : "." + "0".repeat(sum.scale());
        row.append(",").append(values.isEmpty() ? "null" : total + zeros);
      }
    }
    return row.toString();
  }
}
