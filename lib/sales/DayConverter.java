//SOURCES ../project/Cli.java
package sales;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets picocli read a day, {@code 2025-10-01}. */
public final class DayConverter implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'%s' is not a day (wanted YYYY-MM-DD, as 2025-10-01)".formatted(text));
    }
  }
}
