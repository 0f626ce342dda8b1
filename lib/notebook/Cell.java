package notebook;

import java.util.Optional;

/**
 * Java code to run: a fence {@code ```java}.
 *
 * @param line of its first line of code in the file, from 1
 * @param expected what it should print, if a fence {@code ```output} follows
 */
public record Cell(int line, String code, Optional<ExpectedOutput> expected) implements Block {}
