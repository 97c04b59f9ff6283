package app.hark.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/** Where the index lies in the data folder. Whoever deletes it loses nothing. */
@Component
public class IndexFolder {

	/** Its name in the folder of {@code hark.data}. It belongs into no backup. */
	public static final String NAME = "search";

	private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

	private final Path path;
	private final DataSize reserve;

	IndexFolder(@Value("${hark.data}") Path data, @Value("${hark.storage.reserve}") DataSize reserve) {
		this.path = data.toAbsolutePath().normalize().resolve(NAME);
		this.reserve = reserve;
	}

	/** Opens the index that is there. One that cannot be read, or not any more, is thrown away. */
	MessageIndex open() throws IOException {
		try {
			return openIn(path);
		} catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException
				| FileNotFoundException | NoSuchFileException e) {
			log.warn("the search index cannot be read and is built anew: {}", e.toString());
			return openAnew();
		}
	}

	/** Throws away what is there, and opens an empty index. */
	MessageIndex openAnew() throws IOException {
		FileSystemUtils.deleteRecursively(path);
		return openIn(path);
	}

	/** Whether there is room to write on: the index never takes what is reserved for messages, not even while it tidies up. */
	boolean hasRoomFor(MessageIndex index) throws IOException {
		return path.toFile().getUsableSpace() >= 2 * reserve.toBytes() + index.bytes();
	}

	private static MessageIndex openIn(Path path) throws IOException {
		if (Files.notExists(path)) {
			Files.createDirectories(path);
			var permissions = Files.getFileAttributeView(path, PosixFileAttributeView.class);
			if (permissions != null) {
				permissions.setPermissions(PosixFilePermissions.fromString("rwx------"));
			}
		}
		return MessageIndex.open(path);
	}
}
