package app.hark.delivery;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Asks the database without standing in line: with a thousand streams that come back and wait for a connection, the question
 * whether it answers at all would seem not to be answered, and all of them would be sent away again.
 */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface Apart {
}
