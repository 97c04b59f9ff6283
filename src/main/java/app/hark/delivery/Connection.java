package app.hark.delivery;

import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * The way to whoever reads a stream.
 *
 * @param seemsClosed whether the reader seems to have closed it; may be wrong where they have not, which costs two packets and
 * half a second. Asked
 * by one thread at a time, also while another writes, and not after the stream has ended; must not wait for anything
 */
public record Connection(OutputStream out, BooleanSupplier seemsClosed) {
}
