package app.hark.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import app.hark.drive.Browser;
import app.hark.drive.Client;
import app.hark.drive.Html;

/** A conversation that somebody has open in Chromium for as long as a drill lasts. */
record Watched(Browser browser, Client fresh, long conversation) {

	private static final Duration SETTLED = Duration.ofSeconds(40);

	/** Opens it as this member, who reaches the server at this address. */
	static Watched open(URI address, Scene.Member member, long conversation) {
		Browser browser = Browser.at(address).expectingFailedRequests().signIn(member.person());
		browser.open(conversation).live();
		return new Watched(browser, member.device(), conversation);
	}

	/** What it shows, once it says that it is live and shows what a page loaded now ends with. */
	History.Seen look() {
		List<String> now = texts(fresh.chat(conversation).html());
		Patience.await(SETTLED, () -> assertThat(browser.texts()).endsWith(now.getLast()));
		Patience.await(SETTLED, browser::live);
		return new History.Seen(conversation, browser.texts(), now);
	}

	private static List<String> texts(Html page) {
		return page.messages().stream().map(Html.Message::text).toList();
	}
}
