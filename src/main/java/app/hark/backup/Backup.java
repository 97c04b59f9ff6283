package app.hark.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A checked copy.
 *
 * @param made when, to the second
 * @param size bytes
 */
record Backup(Path file, Instant made, long size) {
}
