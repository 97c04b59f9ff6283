package app.hark.search;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

import app.hark.conversations.Conversations;
import app.hark.people.People;

/** A database in a file with the search over it, and nothing else of Hark. */
final class SearchedDatabase implements AutoCloseable {

	final Path folder;
	final JdbcClient jdbc;
	final JdbcTemplate template;
	private final JdbcConnectionPool pool;
	private Keeping keeping;

	SearchedDatabase(Path folder) {
		this(folder, "jdbc:h2:file:" + folder.resolve("hark"));
	}

	private SearchedDatabase(Path folder, String url) {
		Flyway.configure().dataSource(url, "sa", "").locations("db/migration", "db/h2").load().migrate();
		this.folder = folder;
		this.pool = JdbcConnectionPool.create(url, "sa", "");
		this.jdbc = JdbcClient.create(pool);
		this.template = new JdbcTemplate(pool);
	}

	/** The messages are in memory, the index is in the folder. */
	static SearchedDatabase inMemory(Path folder) {
		return new SearchedDatabase(folder, "jdbc:h2:mem:search;DB_CLOSE_DELAY=-1");
	}

	/** Starts to keep the index, as a start of Hark does. */
	SearchedDatabase start() {
		return start(Clock.systemUTC(), DataSize.ofMegabytes(4));
	}

	SearchedDatabase start(Clock clock, DataSize reserve) {
		keeping = new Keeping(new IndexFolder(folder, reserve), new MessageTable(jdbc), clock);
		keeping.start();
		return this;
	}

	SearchedDatabase stop() {
		keeping.stop();
		keeping.destroy();
		return this;
	}

	Keeping keeping() {
		return keeping;
	}

	MessageSearch search() {
		try (var rooms = new AnnotationConfigApplicationContext()) {
			rooms.registerBean(JdbcClient.class, () -> jdbc);
			rooms.register(People.class, Conversations.class);
			rooms.refresh();
			return new MessageSearch(keeping, new Sight(jdbc), rooms.getBean(People.class),
					rooms.getBean(Conversations.class));
		}
	}

	/** Two people, 1 and 2, in the conversation 1. */
	SearchedDatabase withTwoPeople() {
		for (String name : List.of("ada", "bob")) {
			jdbc.sql("""
					insert into person (username, display_name, password_hash, administrator, created_at)
					values (?, 'A', 'x', false, current_timestamp)""").param(name).update();
		}
		jdbc.sql("insert into conversation (low_person_id, high_person_id, last_seq) values (1, 2, 0)").update();
		jdbc.sql("insert into participant (conversation_id, person_id, last_read_seq) values (1, 1, 0), (1, 2, 0)")
				.update();
		return this;
	}

	void write(long id, String body) {
		jdbc.sql("""
				insert into message (id, conversation_id, seq, author_id, client_token, body, created_at)
				values (?, 1, ?, 1, random_uuid(), ?, current_timestamp)""").params(id, id, body).update();
	}

	List<Long> found(String query) {
		return search().find(Question.of(query), Long.MAX_VALUE, 2).hits().stream().map(Hit::id).toList();
	}

	void awaitFound(String query, Long... ids) {
		eventually(() -> {
			assertThat(keeping.index()).isNotNull();
			assertThat(found(query)).containsExactly(ids);
		});
	}

	@Override
	public void close() {
		if (keeping != null) {
			keeping.stop();
			keeping.destroy();
		}
		template.execute("shutdown immediately");
		pool.dispose();
	}
}
