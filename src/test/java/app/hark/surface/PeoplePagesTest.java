package app.hark.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;

import app.hark.drive.Client;
import app.hark.drive.HarkTest;
import app.hark.drive.Html;
import app.hark.drive.Page;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.PlainBrowser;

@HarkTest
class PeoplePagesTest {

	private final Person ada = People.someone();

	@LocalServerPort int port;

	private Client device;

	@BeforeEach
	void adaIsSignedIn() {
		device = Client.at(port).signUp(ada);
	}

	@Test
	void findsAPersonAndLeadsToTheChatWithThem() {
		String word = People.freshWord();
		Person bea = account(People.someone().named("Beatrix " + word));
		try (PlainBrowser browser = PlainBrowser.at(port)) {
			browser.signIn(ada).search(word);
			assertThat(browser.path()).isEqualTo("/people");
			assertThat(browser.html().people()).singleElement().satisfies(found -> assertThat(found.text())
					.contains(bea.displayName()).contains("@" + bea.username()));

			browser.follow(bea.displayName());
			assertThat(browser.path()).isEqualTo("/conversations/with/" + bea.username());
			assertThat(browser.page().<org.htmlunit.html.HtmlElement>querySelector("textarea[name=body]")).isNotNull();
		}
	}

	@Test
	void accentsAndCaseDoNotMatter() {
		String word = People.freshWord();
		Person zoe = account(People.someone().named("Zoë Ångström-Łuczak " + word));

		assertThat(found("ZOE " + word)).containsExactly(zoe.username());
		assertThat(found("angstrom " + word)).containsExactly(zoe.username());
		assertThat(found("ÅNGSTRÖM " + word.toUpperCase(Locale.ROOT))).containsExactly(zoe.username());
		assertThat(found("zöe " + word)).containsExactly(zoe.username());
	}

	@Test
	void everyWordMatchesTheBeginningOfAnyWordInAnyOrder() {
		String word = People.freshWord();
		Person mara = account(People.someone().named("Mara Delgado " + word));
		String begins = word.substring(0, word.length() - 2);

		assertThat(found(begins + " del")).containsExactly(mara.username());
		assertThat(found("delg mar " + begins)).containsExactly(mara.username());
		assertThat(found(word + " elgado")).as("the middle of a word").isEmpty();
		assertThat(found(word + " somebody")).as("a word that is not there").isEmpty();
	}

	@Test
	void theUsernameIsSearchedTooWithAndWithoutTheSign() {
		String word = People.freshWord().toLowerCase(Locale.ROOT);
		Person pip = account(People.someone().withUsername(word + ".pip"));

		assertThat(found(word)).containsExactly(pip.username());
		assertThat(found("@" + word)).containsExactly(pip.username());
		assertThat(found(pip.username())).containsExactly(pip.username());
	}

	@Test
	void scriptsWithoutSpacesMatchInTheMiddle() {
		Person li = account(People.someone().named("欧阳靜怡"));

		assertThat(found("靜怡")).contains(li.username());
		assertThat(found("阳靜")).contains(li.username());
	}

	@Test
	void anExactNameStandsBeforeNamesThatOnlyBeginLikeIt() {
		String word = People.freshWord();
		Person longer = account(People.someone().named(word + "wright Amy"));
		Person exact = account(People.someone().named(word));

		assertThat(found(word)).containsExactly(exact.username(), longer.username());
	}

	@ParameterizedTest
	@ValueSource(strings = {"%", "_", "*", "%%", "\\", "'", "\"", "' or 1=1 --", "<script>", "\u0000", "&qqq=", "?"})
	void whatLooksLikeAPatternIsText(String words) {
		account(People.someone());

		assertThat(found(words)).isEmpty();
	}

	@Test
	void anEnormousQueryIsAnsweredInWords() {
		Page answer = search("x".repeat(5_000));

		assertThat(answer.status()).isLessThan(500);
		assertThat(answer.html().people()).isEmpty();
	}

	@Test
	void oneselfIsNotOffered() {
		String word = People.freshWord();
		Person bea = account(People.someone().named("Beatrix " + word));
		Person self = People.someone().named("Self " + word);
		device = Client.at(port).signUp(self);

		assertThat(found(word)).containsExactly(bea.username());
		assertThat(found("")).doesNotContain(self.username());
	}

	@Test
	void twentyAreShownAndALinkLeadsToTheRest() {
		String word = People.freshWord();
		List<String> everybody = IntStream.range(0, 23)
				.mapToObj(i -> account(People.someone().named(word + " " + i)).username()).toList();

		Html first = search(word).html();
		String more = first.attribute("//a[starts-with(@href,'/people?')]", "href").orElseThrow();
		Html second = device.get(more).expect(200).html();

		assertThat(usernames(first)).hasSize(20);
		assertThat(usernames(second)).hasSize(3).doesNotContainAnyElementsOf(usernames(first));
		assertThat(everybody).containsAll(usernames(first)).containsAll(usernames(second));
	}

	@Test
	void withNothingTypedItShowsPeopleOneHasNotWrittenTo() {
		Person bea = account(People.someone());
		Person cy = account(People.someone());
		assertThat(everybody()).contains(bea.username(), cy.username());

		device.write(bea, "Hello Bea");

		assertThat(everybody()).contains(cy.username()).doesNotContain(bea.username());
	}

	@Test
	void htmxGetsTheResultsAlone() {
		String word = People.freshWord();
		Person bea = account(People.someone().named(word));

		Page answer = device.get(path(word), "HX-Request", "true").expect(200);

		assertThat(answer.body().strip()).startsWith("<section").doesNotContain("<html");
		assertThat(usernames(answer.html())).containsExactly(bea.username());
		assertThat(answer.header("Vary").orElse("")).containsIgnoringCase("HX-Request");
	}

	/** Everybody that the page offers when nothing is typed, over all its pages. */
	private List<String> everybody() {
		List<String> names = new java.util.ArrayList<>();
		String next = "/people";
		while (!next.isEmpty()) {
			Html page = device.get(next).expect(200).html();
			names.addAll(usernames(page));
			next = page.attribute("//a[starts-with(@href,'/people?')]", "href").orElse("");
		}
		return names;
	}

	private Person account(Person person) {
		Client.at(port).signUp(person);
		return person;
	}

	private List<String> found(String words) {
		return usernames(search(words).expect(200).html());
	}

	private Page search(String words) {
		return device.get(path(words));
	}

	private static String path(String words) {
		return UriComponentsBuilder.fromPath("/people").queryParam("q", "{words}").encode().buildAndExpand(words)
				.toUriString();
	}

	private static List<String> usernames(Html page) {
		return page.people().stream().map(found -> found.href().substring("/conversations/with/".length())).toList();
	}
}
