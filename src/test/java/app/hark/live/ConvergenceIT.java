package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.Html;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.Proxy;

/**
 * A page that has been open all the time equals a page loaded now, after any list of actions. The lists are made by chance
 * from a seed, so that one that fails can be run again.
 */
@BrowserTest
class ConvergenceIT {

	private static final int ACTIONS = 30;

	private final HarkServer hark = HarkServer.shared();

	private final Proxy proxy = Proxy.before(hark);

	private final Person ada = People.someone();

	private final Browser adas = Browser.at(proxy.url()).expectingFailedRequests().signUp(ada);

	private final Client phone = Client.at(hark.url()).signIn(ada);

	private final List<Person> others = People.some(3);

	private final List<Client> theirs = new ArrayList<>(
			others.stream().map(other -> Client.at(hark.url()).signUp(other)).toList());

	@ParameterizedTest
	@ValueSource(longs = {1, 2, 3})
	void theOpenChatEqualsOneLoadedNow(long seed) {
		long chat = theirs.getFirst().write(ada, "start");
		adas.open(chat).live();

		List<String> done = actions(new Random(seed), true);

		assertEqualsFresh("/conversations/" + chat, done);
	}

	@ParameterizedTest
	@ValueSource(longs = {4, 5})
	void theOpenListEqualsOneLoadedNow(long seed) {
		adas.open("/conversations").live();

		List<String> done = actions(new Random(seed), false);

		assertThat(adas.conversations()).isNotEmpty();
		assertEqualsFresh("/conversations", done);
	}

	@ParameterizedTest
	@ValueSource(longs = {6})
	void theOpenChatWithSomebodyNewEqualsOneLoadedNow(long seed) {
		adas.writeTo(others.getFirst()).live();
		assertThat(adas.messages()).isEmpty();

		List<String> done = actions(new Random(seed), true);

		assertThat(adas.messages()).isNotEmpty();
		assertEqualsFresh("/conversations/with/" + others.getFirst().username(), done);
	}

	/** Does things by chance and answers what they were, for the message of a failure. */
	private List<String> actions(Random random, boolean mayType) {
		List<String> done = new ArrayList<>();
		for (int i = 1; i <= ACTIONS; i++) {
			int who = random.nextInt(others.size());
			String text = "text " + i + (random.nextInt(4) == 0 ? "\nhttps://example.org/" + i + " & <more>" : "");
			int what = random.nextInt(mayType ? 17 : 15);
			done.add(switch (what) {
				case 0, 1, 2, 3 -> {
					theirs.get(who).write(ada, text);
					yield who + " writes " + i;
				}
				case 4, 5 -> {
					phone.write(others.get(who), text);
					yield "the phone writes to " + who + " " + i;
				}
				case 6, 7 -> {
					lines(phone).stream().skip(who).findFirst().ifPresent(line -> phone.chat(line.id()));
					yield "the phone opens line " + who;
				}
				case 8 -> {
					lines(theirs.get(who)).stream().findFirst().ifPresent(line -> theirs.get(who).chat(line.id()));
					yield who + " reads";
				}
				case 9 -> {
					rename(theirs.get(who), text);
					yield who + " is called " + i;
				}
				case 10 -> {
					rename(phone, "Ada " + i);
					yield "Ada is called " + i;
				}
				case 11 -> {
					proxy.cut();
					yield "the link is cut";
				}
				case 12, 13 -> {
					newest(theirs.get(who)).ifPresent(message -> react(theirs.get(who), message, "👍"));
					newest(phone).ifPresent(message -> react(phone, message, random.nextBoolean() ? "👍" : "🎉"));
					yield who + " and the phone react";
				}
				case 14 -> {
					boolean edits = random.nextBoolean();
					newest(phone)
							.ifPresent(message -> phone.submit("/messages/" + message + (edits ? "/edit" : "/delete"),
									edits ? Map.of("body", text) : Map.of()));
					yield "the phone changes what it wrote last, if it did";
				}
				default -> {
					adas.live().say(text.replace("\n", " "));
					eventually(() -> assertThat(adas.draft()).isEmpty());
					yield "the page writes " + i;
				}
			});
		}
		return done;
	}

	private void assertEqualsFresh(String path, List<String> done) {
		String open = adas.live().tab();
		String fresh = adas.newTab();
		eventually(() -> {
			adas.look(fresh).open(path).live();
			Outline now = Outline.of(adas.page());
			adas.look(open);
			assertThat(Outline.of(adas.page())).as("after %s", done).usingRecursiveComparison().isEqualTo(now);
		});
		proxy.close();
	}

	private static void rename(Client client, String name) {
		client.submit("/account/name", Map.of("displayName", name.replace("\n", " "))).expectRedirect();
	}

	/** The newest message of the newest conversation. */
	private static Optional<Long> newest(Client client) {
		return lines(client).stream().findFirst()
				.map(line -> client.chat(line.id()).html().messages().getLast().id());
	}

	private static void react(Client client, long message, String emoji) {
		client.submit("/messages/" + message + "/reactions", Map.of("emoji", emoji));
	}

	private static List<Html.Conversation> lines(Client client) {
		return client.list().html().conversations();
	}
}
