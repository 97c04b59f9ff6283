package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What would be found after a crash: the file of a database, as it is when a checkpoint has come back. */
@Timeout(60)
class SingleWriterTest {

	private static final int WRITERS = 4;

	private static final int CHECKPOINTS = 80;

	@TempDir Path folder;

	private final SingleWriter writers = new SingleWriter(Duration.ofMillis(500));

	private JdbcConnectionPool file;

	private DataSource database;

	private JdbcClient jdbc;

	private TransactionTemplate transactions;

	@BeforeEach
	void aCounterForEachWriterAndTheLinesThatItHasCounted() {
		file = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("hark") + ";DB_CLOSE_ON_EXIT=FALSE", "sa",
				"");
		database = writers.guard(file);
		jdbc = JdbcClient.create(database);
		transactions = new TransactionTemplate(new JdbcTransactionManager(database));
		jdbc.sql("create table counter (id int primary key, lines bigint not null)").update();
		jdbc.sql("create table line (counter int, number bigint, primary key (counter, number))").update();
		IntStream.range(0, WRITERS).forEach(i -> jdbc.sql("insert into counter values (?, 0)").param(i).update());
	}

	@AfterEach
	void end() {
		file.dispose();
	}

	@Test
	void whatIsStoredIsNeverHalfATransaction() throws Exception {
		H2Store store = new H2Store(database, writers);
		store.open();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			IntStream.range(0, WRITERS).forEach(i -> threads.submit(() -> {
				while (!Thread.currentThread().isInterrupted()) {
					transactions.executeWithoutResult(_ -> count(i));
				}
			}));
			try {
				for (int i = 0; i < CHECKPOINTS; i++) {
					store.checkpoint();
					assertThat(halves()).as("counters that are not those of their lines, after checkpoint %d", i)
							.isZero();
				}
			} finally {
				threads.shutdownNow();
			}
		}
	}

	@Test
	void whatIsCommittedIsStored() throws Exception {
		H2Store store = new H2Store(database, writers);
		store.open();
		for (int i = 1; i <= 20; i++) {
			count(0);
			assertThat(writers.hasWritten()).isTrue();
			store.checkpoint();
			assertThat(writers.hasWritten()).isFalse();
			assertThat(stored("select lines from counter where id = 0")).isEqualTo(i);
		}
	}

	@Test
	void whoeverOnlyReadsWaitsForNobodyAndWhoWritesIsToldWhenItTakesTooLong() throws Exception {
		CountDownLatch written = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.submit(() -> transactions.executeWithoutResult(_ -> {
				count(0);
				written.countDown();
				awaitQuietly(done);
			}));
			written.await();

			assertThat(jdbc.sql("select lines from counter where id = 0").query(Long.class).single()).isZero();
			assertThatThrownBy(() -> jdbc.sql("update counter set lines = 0 where id = 1").update())
					.isInstanceOf(QueryTimeoutException.class);
			done.countDown();
		}
		assertThat(jdbc.sql("update counter set lines = 0 where id = 1").update()).isOne();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			select 1                                        | false
			'  SELECT * from line where number > 1'         | false
			with l as (select 1) select * from l            | false
			select * from line where number = 1 for update  | true
			insert into line values (1, 1)                  | true
			update counter set lines = 1                    | true
			merge into counter values (1, 1)                | true
			""")
	void aStatementThatChangesOrLocksIsKnown(String sql, boolean writes) {
		assertThat(SingleWriter.writes(sql)).isEqualTo(writes);
	}

	private void count(int counter) {
		jdbc.sql("update counter set lines = lines + 1 where id = ?").param(counter).update();
		jdbc.sql("insert into line select id, lines from counter where id = ?").param(counter).update();
	}

	private long halves() throws IOException {
		return stored("""
				select count(*) from counter c
				where lines <> (select coalesce(max(number), 0) from line l where l.counter = c.id)""");
	}

	/** The answer of a server that starts on a copy of the file as it is now. */
	private long stored(String query) throws IOException {
		Path copy = folder.resolve("copy.mv.db");
		Files.copy(folder.resolve("hark.mv.db"), copy);
		JdbcConnectionPool crashed = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("copy"), "sa", "");
		try {
			return JdbcClient.create(crashed).sql(query).query(Long.class).single();
		} finally {
			crashed.dispose();
			Files.delete(copy);
		}
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
