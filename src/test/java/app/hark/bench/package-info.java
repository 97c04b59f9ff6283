/**
 * Measures how fast Hark is, from outside: the packaged application on one core, the load on another, every answer and every
 * event checked. Nothing here knows a class of the application.
 */
@NullMarked
package app.hark.bench;

import org.jspecify.annotations.NullMarked;
