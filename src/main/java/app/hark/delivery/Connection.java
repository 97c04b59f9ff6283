package app.hark.delivery;

import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * The way to whoever reads a stream.
 *
 * @param seemsClosed whether the reader seems to have closed it; may be wrong where they have closed only their own half, which
 * costs two packets and half a second. Must wait for nothing
 */
public record Connection(OutputStream out, BooleanSupplier seemsClosed) {
}
