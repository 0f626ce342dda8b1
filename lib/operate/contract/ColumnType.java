//SOURCES ContractColumn.java
//SOURCES ../../project/LabException.java
//SOURCES ../../spark/Sessions.java
package operate.contract;

import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.CharType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.sql.types.VarcharType;
import project.LabException;

/** Spark's types against those that a contract declares. */
final class ColumnType {
  private ColumnType() {}

  /**
   * The declared physical type.
   *
   * @throws LabException when it is none of Spark's, or not one of the declared logical type
   */
  static Optional<DataType> physical(ContractColumn column) {
    if (column.physicalType().isEmpty()) {
      return Optional.empty();
    }
    DataType type = parse(column);
    if (!isLogical(column, type)) {
      throw LabException.failed(
          "%s: column %s has physicalType %s, which is no %s"
              .formatted(
                  column.place(), column.name(), type.catalogString(), column.logicalType().get()));
    }
    return Optional.of(type);
  }

  private static DataType parse(ContractColumn column) {
    String text = column.physicalType().orElseThrow();
    try {
      DataType type = new CatalystSqlParser().parseDataType(text);
      boolean limitedText = type instanceof VarcharType || type instanceof CharType;
      return limitedText ? DataTypes.StringType : type;
    } catch (Exception none) {
      throw LabException.failed(
          "%s: column %s has physicalType '%s', wanted a type of Spark, as bigint or decimal(8,2)"
              .formatted(column.place(), column.name(), text));
    }
  }

  /** Whether a stored type is what the contract declares. */
  static boolean fits(ContractColumn column, DataType found) {
    return physical(column)
        .map(wanted -> wanted.catalogString().equals(found.catalogString()))
        .orElseGet(() -> isLogical(column, found));
  }

  /** The type to read a column with that stands in the names of the folders. */
  static DataType ofFolder(ContractColumn column) {
    return physical(column)
        .orElseGet(
            () ->
                switch (column.logicalType().orElse("string")) {
                  case "date" -> DataTypes.DateType;
                  case "timestamp" -> DataTypes.TimestampType;
                  case "integer" -> DataTypes.LongType;
                  default -> DataTypes.StringType;
                });
  }

  private static boolean isLogical(ContractColumn column, DataType type) {
    return column.logicalType().map(logical -> isLogical(logical, type)).orElse(true);
  }

  private static boolean isLogical(String logical, DataType type) {
    return switch (logical) {
      case "string" -> type instanceof StringType;
      case "date" -> type instanceof DateType;
      case "timestamp" -> type instanceof TimestampType || type instanceof TimestampNTZType;
      case "integer" -> isInteger(type);
      case "number" -> type instanceof NumericType;
      case "boolean" -> type instanceof BooleanType;
      case "object" -> type instanceof StructType || type instanceof MapType;
      case "array" -> type instanceof ArrayType;
      default -> false;
    };
  }

  private static boolean isInteger(DataType type) {
    return type instanceof ByteType
        || type instanceof ShortType
        || type instanceof IntegerType
        || type instanceof LongType
        || type instanceof DecimalType decimal && decimal.scale() == 0;
  }
}
