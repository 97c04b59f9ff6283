package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.Flow;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Proxy;

/** The link breaks in every way in which links break, while messages flow; in the end each has been shown once, in order. */
@BrowserTest
class BrokenLinkIT {

	private static final Duration LONG = Duration.ofSeconds(40);

	private final HarkServer hark = HarkServer.shared();

	private final Proxy proxy = Proxy.before(hark);

	private final Person ada = People.someone();

	private final Browser adas = Browser.at(proxy.url()).expectingFailedRequests().signUp(ada);

	private final Client beas = Client.at(hark.url()).signUp(People.someone());

	private long chat;

	private Flow flow;

	@BeforeEach
	void messagesFlow() {
		chat = beas.write(ada, "start");
		adas.open(chat).live();
		flow = Flow.of(beas, chat).awaitMore(3);
		eventually(() -> assertThat(adas.texts()).contains("message 3"));
	}

	@AfterEach
	void close() {
		flow.close();
		proxy.close();
	}

	@Test
	void aLinkThatIsCutAgainAndAgain() {
		for (int i = 0; i < 4; i++) {
			proxy.cut();
			flow.awaitMore(4);
		}

		assertEachShownOnceAndInOrder();
	}

	@Test
	void aLinkThatIsDownForAWhile() {
		proxy.goDown();
		flow.awaitMore(10);
		eventually(() -> assertThat(adas.state()).isNotEqualTo(liveText()));
		String missed = flow.acknowledged().getLast();
		assertThat(adas.texts()).doesNotContain(missed);

		proxy.heal();
		flow.awaitMore(2);

		assertEachShownOnceAndInOrder();
	}

	@Test
	void aLinkThatHasGoneSilent() {
		proxy.goSilent();
		flow.awaitMore(10);
		eventually(() -> assertThat(adas.state()).as("noticed by the page itself").isNotEqualTo(liveText()));

		proxy.heal();
		flow.awaitMore(2);

		assertEachShownOnceAndInOrder();
	}

	@Test
	void aServiceUnavailableInBetween() {
		proxy.answer503("/stream", 3);
		eventually(LONG, () -> assertThat(proxy.given503()).isEqualTo(3));
		flow.awaitMore(2);

		assertEachShownOnceAndInOrder();
	}

	@Test
	void aSlowLink() {
		proxy.delay(Duration.ofMillis(200));
		proxy.cut();
		flow.awaitMore(10);

		assertEachShownOnceAndInOrder();
	}

	@Test
	void fourTabsOfWhichEachMissesNothing() {
		List<String> tabs = new ArrayList<>(List.of(adas.tab()));
		for (int i = 2; i <= 4; i++) {
			tabs.add(adas.newTab());
			adas.open(chat).live();
		}
		proxy.cut();
		flow.awaitMore(4);
		proxy.goDown();
		flow.awaitMore(4);
		proxy.heal();

		flow.awaitMore(2).stop();
		for (String tab : tabs) {
			adas.look(tab);
			assertEachShownOnceAndInOrder();
		}
	}

	@Test
	void theListIsWholeAgainToo() {
		proxy.goDown();
		Client cys = Client.at(hark.url()).signUp(People.someone());
		long missed = cys.write(ada, "you did not hear this");
		proxy.heal();
		flow.awaitMore(2);

		assertEachShownOnceAndInOrder();
		eventually(() -> assertThat(adas.conversations()).hasSize(2).anySatisfy(line -> {
			assertThat(line.id()).isEqualTo(missed);
			assertThat(line.unread()).isEqualTo(1);
		}));
	}

	/** Once the flow has ended, which must have gone on after the link was whole again; and the state line says so. */
	private void assertEachShownOnceAndInOrder() {
		List<String> sent = new ArrayList<>(flow.stop());
		sent.addFirst("start");
		eventually(LONG, () -> assertThat(adas.texts().getLast()).isEqualTo(sent.getLast()));
		List<String> shown = adas.texts();
		assertThat(shown).isEqualTo(sent.subList(sent.size() - Math.min(shown.size(), sent.size()), sent.size()));
		assertThat(shown).as("nothing older is missing").hasSizeGreaterThanOrEqualTo(Math.min(50, sent.size()));
		adas.live();
	}

	private String liveText() {
		return adas.page().attribute("//*[@role='status']", "data-live").orElseThrow();
	}
}
