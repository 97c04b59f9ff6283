package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The file of a database of its own, while it is written to. */
class H2StoreTest {

	/** In mebibytes: where the disk is faster than whoever packs, a copy without an end takes all of it. */
	private static final int MOST = 400;

	@TempDir Path folder;

	private final AtomicBoolean writing = new AtomicBoolean(true);
	private final AtomicInteger written = new AtomicInteger();
	private final Random random = new Random(1);

	private SingleConnectionDataSource database;

	private H2Store store;

	@BeforeEach
	void aDatabaseOfTwentyMebibytes() {
		database = database(folder.resolve("hark"));
		var pool = new JdbcDataSource();
		pool.setUrl(url(folder.resolve("hark")));
		pool.setUser("sa");
		jdbc(database).sql("create table filler (content varbinary(1048576))").update();
		store = new H2Store(pool, new SingleWriter(Duration.ofSeconds(10)));
		store.open();
		for (int i = 0; i < 20; i++) {
			write();
		}
	}

	@AfterEach
	void close() {
		database.destroy();
	}

	@Test
	void aCopyEndsWhileMoreIsWrittenThanCanBePacked() throws IOException, InterruptedException {
		jdbc(database).sql("create table before_the_copy as select 'here' as word").update();
		store.checkpoint();
		Thread writer = Thread.ofPlatform().start(this::writeOnAndOn);
		try {
			store.copy(folder.resolve("copy.zip"));

			assertThat(writer.isAlive()).as("still writing, after %s MiB", written).isTrue();
		} finally {
			writing.set(false);
			writer.join();
		}
		try (ZipFile zip = new ZipFile(folder.resolve("copy.zip").toFile())) {
			Files.copy(zip.getInputStream(zip.getEntry("hark.mv.db")), folder.resolve("copy.mv.db"));
		}
		SingleConnectionDataSource copy = database(folder.resolve("copy"));
		assertThat(jdbc(copy).sql("select word from before_the_copy").query(String.class).single()).isEqualTo("here");
		assertThat(jdbc(copy).sql("select count(*) from filler").query(Integer.class).single())
				.isBetween(20, written.get());
		copy.destroy();
	}

	private void writeOnAndOn() {
		while (writing.get() && written.get() < MOST) {
			write();
		}
	}

	private void write() {
		byte[] content = new byte[1 << 20];
		random.nextBytes(content);
		jdbc(database).sql("insert into filler values (?)").param(content).update();
		store.checkpoint();
		written.incrementAndGet();
	}

	private static SingleConnectionDataSource database(Path file) {
		return new SingleConnectionDataSource(url(file), "sa", "", true);
	}

	private static String url(Path file) {
		return "jdbc:h2:file:" + file;
	}

	private static JdbcClient jdbc(SingleConnectionDataSource database) {
		return JdbcClient.create(database);
	}
}
