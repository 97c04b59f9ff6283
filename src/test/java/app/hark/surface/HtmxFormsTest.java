package app.hark.surface;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.Cookie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;

/**
 * The forms as htmx sends them, in HtmlUnit, which runs htmx but no modules: so what stands in Hark's own scripts is not part of
 * this, only what the attributes say. The browser tests have the rest.
 */
@HarkTest
class HtmxFormsTest {

	private final Person ada = People.someone();

	private final List<WebRequest> requests = new CopyOnWriteArrayList<>();

	private final WebClient browser = new WebClient() {
		@Override
		public org.htmlunit.WebResponse loadWebResponse(WebRequest request) throws IOException {
			requests.add(request);
			return super.loadWebResponse(request);
		}
	};

	@LocalServerPort int port;

	private Client adas;

	@BeforeEach
	void adaIsSignedIn() {
		adas = Client.at(port).signUp(ada);
		adas.cookies()
				.forEach((name, value) -> browser.getCookieManager().addCookie(new Cookie("localhost", name, value)));
		browser.getOptions().setThrowExceptionOnFailingStatusCode(false);
		browser.setScriptPreProcessor((page, source, name, line, element) -> withoutSpread(source));
	}

	@AfterEach
	void close() {
		browser.close();
	}

	@Test
	void resultsAppearWhileOneTypes() throws IOException {
		String word = People.freshWord();
		HtmlPage page = open("/conversations");
		Client.at(port).signUp(People.someone().named("Beatrix " + word + "ka"));
		assertThat(Html.of(page.asXml()).people()).noneMatch(found -> found.text().contains(word));

		HtmlInput box = page.querySelector("input[type=search]");
		box.type(word);
		browser.waitForBackgroundJavaScript(1_000);

		eventually(() -> assertThat(Html.of(page.asXml()).people()).singleElement()
				.satisfies(found -> assertThat(found.text()).contains("Beatrix " + word)));
		assertThat(page.getUrl().getPath()).as("still the same page").isEqualTo("/conversations");
		assertThat(requests.getLast().getAdditionalHeaders()).containsEntry("HX-Request", "true");
	}

	@Test
	void theComposerSendsWithItsTokens() throws IOException {
		Person bea = People.someone();
		Client.at(port).signUp(bea);
		long chat = adas.write(bea, "start");
		HtmlPage page = open("/conversations/" + chat);
		HtmlForm composer = page.querySelector("#composer");
		composer.getTextAreaByName("body").setText("by htmx");

		page.executeJavaScript("htmx.trigger('#composer', 'submit')");
		browser.waitForBackgroundJavaScript(1_000);

		eventually(() -> assertThat(adas.chat(chat).html().messages()).extracting(Html.Message::text)
				.containsExactly("start", "by htmx"));
		assertThat(requests.getLast().getAdditionalHeaders()).containsAllEntriesOf(Map.of("HX-Request", "true"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"/conversations", "/conversations?before=1", "/conversations/with/%s", "/account"})
	void whoeverSaysThatTheyAreAScriptGetsThePageWhereThereIsNothingLess(String path) {
		Person bea = People.someone();
		Client.at(port).signUp(bea);

		Page answer = adas.get(path.formatted(bea.username()), "HX-Request", "true");

		assertThat(answer.expect(200).html().meta("cursor")).isPresent();
	}

	private HtmlPage open(String path) throws IOException {
		return browser.getPage("http://localhost:" + port + path);
	}

	/** HtmlUnit's engine knows no spread in calls and in lists; htmx needs no more than these two. */
	private static String withoutSpread(String source) {
		return source == null ? "" : source.replaceAll("([\\w$]+)\\.push\\(\\.\\.\\.", "$1.push.apply($1,")
				.replaceAll("of ?\\[\\.\\.\\.([\\w$.]+)\\]", "of Array.from($1)");
	}
}
