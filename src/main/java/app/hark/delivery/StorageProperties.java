package app.hark.delivery;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** The one folder that holds everything Hark keeps. */
@ConfigurationProperties("hark")
record StorageProperties(Path data) {

	/** The database file without its ending. H2 wants it absolute. */
	String database() {
		return data.toAbsolutePath().normalize().resolve("hark").toString();
	}
}
