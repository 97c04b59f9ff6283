package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.TestPropertySource;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** How often the database is asked: what is done all the time must not ask it once more without anybody noticing. */
@HarkTest
@Tag("h2")
@Import(StatementsPerRequestTest.Counting.class)
@TestPropertySource(properties = "hark.stream.sweep=1h")
class StatementsPerRequestTest {

	/** So many of the same, beside which the little that happens by itself does not count. */
	private static final int TIMES = 50;

	/** As many as two people may have open. */
	private static final int STREAMS = 32;

	private static final AtomicLong STATEMENTS = new AtomicLong();

	/** Those by which streams read. */
	private static final AtomicLong OF_STREAMS = new AtomicLong();

	@LocalServerPort int port;

	private Client adas;

	private Client beas;

	private long chat;

	@TestConfiguration
	static class Counting {

		@Bean
		static BeanPostProcessor counting() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return bean instanceof DataSource database ? counted(database) : bean;
				}
			};
		}

		private static DataSource counted(DataSource database) {
			return new DelegatingDataSource(database) {
				@Override
				public Connection getConnection() throws SQLException {
					Connection connection = super.getConnection();
					return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
							new Class<?>[]{Connection.class}, (_, method, arguments) -> {
								if (method.getName().equals("prepareStatement")) {
									STATEMENTS.incrementAndGet();
									OF_STREAMS.addAndGet(((String) arguments[0]).contains("from entry") ? 1 : 0);
								}
								try {
									return method.invoke(connection, arguments);
								} catch (InvocationTargetException e) {
									throw e.getCause();
								}
							});
				}
			};
		}
	}

	@BeforeEach
	void adaAndBeaHaveWritten() {
		Person bea = People.someone();
		adas = Client.at(port).signUp(People.someone());
		beas = Client.at(port).signUp(bea);
		chat = adas.write(bea, "Hello Bea");
		for (int i = 0; i < 60; i++) {
			beas.say(chat, "message " + i);
		}
		adas.chat(chat);
	}

	@Test
	void aChatPageThatWasSeenBeforeTakesTwo() {
		assertThat(statements(() -> adas.chat(chat))).isLessThanOrEqualTo(2);
	}

	@Test
	void aListTakesTwo() {
		assertThat(statements(() -> adas.list())).isLessThanOrEqualTo(2);
	}

	/** It has fifty, and the send that comes before it has its own. */
	@Test
	void aChatPageWithSomethingNewAsksForAllOfItsMessagesTogether() {
		long few = statements(() -> {
			beas.say(chat, "new");
			adas.chat(chat);
		});

		assertThat(few).isLessThanOrEqualTo(18);
	}

	@Test
	void aSendTakesSeven() {
		assertThat(statements(() -> beas.trySay(chat, "again", Client.freshToken(), "HX-Request", "true").expect(200)))
				.isLessThanOrEqualTo(7);
	}

	/** What is looked at for all streams together, every second or two, does not count: of each ping it is less than one. */
	@Test
	void anIdleStreamTakesNone() {
		List<StreamReader> streams = IntStream.range(0, STREAMS).mapToObj(i -> (i % 2 == 0 ? adas : beas).stream())
				.toList();
		try {
			awaitPings(streams, 1);
			long before = STATEMENTS.get();
			long read = OF_STREAMS.get();
			awaitPings(streams, 6);

			assertThat(OF_STREAMS.get() - read).isZero();
			assertThat(STATEMENTS.get() - before).as("statements while there were %d pings", 5 * STREAMS)
					.isLessThan(5 * STREAMS);
		} finally {
			streams.forEach(StreamReader::close);
		}
	}

	private static void awaitPings(List<StreamReader> streams, int count) {
		streams.forEach(stream -> stream.awaitEvents(
				all -> all.stream().filter(event -> event.name().equals("ping")).count() >= count,
				Duration.ofSeconds(20)));
	}

	@Test
	void aStreamDoesNotReadItsInboxForWhatItWasRungFor() {
		try (StreamReader stream = adas.stream()) {
			stream.await("ping");
			long before = OF_STREAMS.get();
			for (int i = 0; i < TIMES; i++) {
				beas.say(chat, "live " + i);
			}
			stream.awaitEvents(all -> all.stream().anyMatch(event -> event.data().contains("live " + (TIMES - 1))),
					Duration.ofSeconds(15));

			assertThat(OF_STREAMS.get() - before).isZero();
		}
	}

	private static long statements(Runnable request) {
		request.run();
		long before = STATEMENTS.get();
		for (int i = 0; i < TIMES; i++) {
			request.run();
		}
		return (STATEMENTS.get() - before) / TIMES;
	}
}
