/**
 * Drives Hark from outside, for tests: a server in a process of its own, people with a plain HTTP client, with HtmlUnit
 * or with Chromium, a reader of the raw stream, and a network in between that can be broken. Nothing here knows a class of
 * the application: it relies on pages, fields, landmarks and events only.
 */
@NullMarked
package app.hark.drive;

import org.jspecify.annotations.NullMarked;
