package app.hark.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongSupplier;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;

/**
 * An archive of one file to which others append while it is read from its beginning to its end. It takes what the file had
 * shortly after that was begun: H2 reads on until it has reached the end, and would never get there where more is written than
 * can be packed. What is cut off looks like what a power cut has left unfinished, which H2 passes over when it opens the file.
 */
final class GrowingFile extends ZipOutputStream {

	/** At the beginning of a file of H2, in bytes; they name what was written last, which has to be in the archive. */
	private static final int HEADERS = 2 * 4096;

	private final LongSupplier size;

	private long taken;

	private long end = Long.MAX_VALUE;

	/** @param size of the file at present, in bytes */
	GrowingFile(OutputStream zip, LongSupplier size) {
		super(zip);
		this.size = size;
		// Those who write meanwhile need the processor, and the file grows for as long as this takes.
		setLevel(Deflater.BEST_SPEED);
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		if (end == Long.MAX_VALUE && taken >= HEADERS) {
			end = size.getAsLong();
		}
		int more = (int) Math.min(length, Math.max(0, end - taken));
		super.write(bytes, offset, more);
		taken += more;
	}
}
