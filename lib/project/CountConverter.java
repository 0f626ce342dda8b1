//SOURCES Count.java
//SOURCES Cli.java
package project;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Lets picocli read a {@link Count}. */
public final class CountConverter implements ITypeConverter<Count> {
  @Override
  public Count convert(String text) {
    try {
      return Count.parse(text);
    } catch (LabException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
