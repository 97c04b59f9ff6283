package app.hark.nodes;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Postgres;
import app.hark.drive.PostgresTest;
import app.hark.drive.StreamReader;

/** A PostgreSQL that does not answer: nothing is lost that was typed, and nothing is done twice. */
@PostgresTest
class DatabaseAwayIT {

	/** Six for each connection of a node: at the end of that line one waits for longer than it takes to believe oneself cut off. */
	private static final int CROWD = 96;

	private final Postgres postgres = Postgres.start();

	private final String database = postgres.database();

	private final HarkServer hark = HarkServer.start(Postgres.properties(database));

	private final Person bea = People.someone();

	private final Client adas = Client.at(hark.url()).signUp(People.someone());

	private long chat;

	@BeforeEach
	void adaHasWritten() {
		Client.at(hark.url()).signUp(bea);
		chat = adas.write(bea, "before");
	}

	@AfterEach
	void end() {
		hark.close();
		postgres.close();
	}

	@Test
	void aSendWaitsForALockThatIsGivenBackAndIsRefusedWhereItIsNot() throws SQLException, InterruptedException {
		String token = Client.freshToken();
		try (Connection other = Postgres.connect(database); Statement sql = other.createStatement()) {
			other.setAutoCommit(false);
			sql.executeUpdate("update inbox set head = head");
			Thread giving = Thread.startVirtualThread(() -> {
				LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
				rollback(other);
			});
			Page later = adas.trySay(chat, "a little later", Client.freshToken());
			giving.join();
			assertThat(later.status()).isEqualTo(303);

			sql.executeUpdate("update inbox set head = head");
			Page refused = adas.trySay(chat, "kept", token);
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.html().value("body")).isEqualTo("kept");
			rollback(other);
		}
		assertThat(adas.trySay(chat, "kept", token).status()).isEqualTo(303);
		assertThat(adas.chat(chat).html().messages()).extracting(message -> message.text())
				.isEqualTo(List.of("before", "a little later", "kept"));
	}

	private static void rollback(Connection connection) {
		try {
			connection.rollback();
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Whether sessions still hold is asked beside the line of those who wait, so a node that is busy does not believe itself cut off. */
	@Test
	void whoWaitsInLineForTheDatabaseSendsNobodyAway() throws SQLException {
		try (StreamReader stream = adas.stream();
				Connection other = Postgres.connect(database);
				Statement sql = other.createStatement();
				ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
			other.setAutoCommit(false);
			sql.execute("lock table message in access exclusive mode");

			List<Future<List<Integer>>> waiting = IntStream.range(0, CROWD)
					.mapToObj(_ -> crowd.submit(() -> Stream.generate(() -> adas.get("/conversations/" + chat).status())
							.limit(3).toList()))
					.toList();

			assertThat(waiting).allSatisfy(one -> assertThat(one.get()).containsOnly(503));
			assertThat(stream.isOpen()).isTrue();
			rollback(other);
			adas.say(chat, "after");
			stream.awaitMessages(1);
		}
	}

	@Test
	void whatIsSentComesBackWithAButtonAndCountsOnce() {
		String token = Client.freshToken();
		String path = "/conversations/" + chat + "/messages";
		try (StreamReader stream = adas.stream()) {
			CompletableFuture<Void> held = postgres.hold(Duration.ofSeconds(18));

			Page refused = adas.trySay(chat, "kept & <whole>", token);
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.html().value("body")).isEqualTo("kept & <whole>");
			assertThat(refused.html().value("clientToken")).isEqualTo(token);
			assertThat(refused.body()).contains("action=\"" + path + "\"").contains("Try again");
			assertThat(stream.awaitEnd(Duration.ofSeconds(10))).isNotNull();
			assertThat(stream.events().getLast().name()).isEqualTo("bye");

			Page scripted = adas.trySay(chat, "kept & <whole>", token, "HX-Request", "true");
			assertThat(scripted.status()).isEqualTo(503);
			assertThat(scripted.body()).contains("id=\"composer-alert\"").doesNotContain("<html");
			assertThat(adas.get("/stream").status()).isEqualTo(503);
			assertThat(adas.another().get("/readyz").status()).isEqualTo(503);
			assertThat(adas.another().get("/livez").status()).isEqualTo(200);
			held.join();
		}
		eventually(
				() -> assertThat(adas.submit(path, Map.of("body", "kept & <whole>", "clientToken", token)).status())
						.isEqualTo(303));
		assertThat(adas.chat(chat).html().messages()).extracting(message -> message.text())
				.isEqualTo(List.of("before", "kept & <whole>"));
	}
}
