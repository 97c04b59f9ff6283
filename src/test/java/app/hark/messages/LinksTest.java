package app.hark.messages;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

	@Test
	void textWithoutLinksIsOneRun() {
		assertThat(Links.in("See you at 5.30, w/o Ada")).containsExactly(new Run("See you at 5.30, w/o Ada", null));
		assertThat(Links.in("")).isEmpty();
	}

	@Test
	void textAroundALinkStaysAroundIt() {
		assertThat(Links.in("a https://example.com/b c")).containsExactly(new Run("a ", null),
				new Run("https://example.com/b", "https://example.com/b"), new Run(" c", null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', value = { //
			"http://example.com | http://example.com", //
			"HTTPS://Example.com/A | https://Example.com/A", //
			"www.example.com/a?b=c#d | https://www.example.com/a?b=c#d", //
			"http://localhost:8080/x | http://localhost:8080/x", //
			"http://[::1]:8080/x | http://[::1]:8080/x", //
			"http://192.168.0.1 | http://192.168.0.1", //
			"ada@example.com | mailto:ada@example.com", //
			"ada.l+hark@mail.example.co.uk | mailto:ada.l+hark@mail.example.co.uk", //
			"mailto:ada@example.com?subject=a&body=b | mailto:ada@example.com?subject=a&body=b", //
			"https://пример.рф/путь | https://пример.рф/%D0%BF%D1%83%D1%82%D1%8C", //
			"https://ja.wikipedia.org/wiki/東京 | https://ja.wikipedia.org/wiki/%E6%9D%B1%E4%BA%AC", //
			"https://en.wikipedia.org/wiki/Hark_(angel) | https://en.wikipedia.org/wiki/Hark_(angel)", //
			"https://example.com/a,b;c.d | https://example.com/a,b;c.d", //
			"https://example.com/it's | https://example.com/it%27s", //
			"https://example.com/a%20b%zz | https://example.com/a%20b%25zz", //
			"https://example.com/{id}?a[]=1 | https://example.com/%7Bid%7D?a[]=1", //
			"https://example.com/👩‍👧 | https://example.com/%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7"})
	void theWholeTextIsOneLink(String text, String href) {
		assertThat(Links.in(text)).containsExactly(new Run(text, href));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '§', value = { //
			"Look: https://example.com. | https://example.com", //
			"(see https://example.com/a) | https://example.com/a", //
			"(https://example.com/a_(b)). | https://example.com/a_(b)", //
			"https://example.com/a?! | https://example.com/a", //
			"https://example.com/a?, b | https://example.com/a", //
			"'https://example.com/a' | https://example.com/a", //
			"“https://example.com/a” | https://example.com/a", //
			"<https://example.com/a> | https://example.com/a", //
			"<a href=\"https://example.com/a\">x</a> | https://example.com/a", //
			"*https://example.com/a* | https://example.com/a", //
			"[x](https://example.com/a) | https://example.com/a", //
			"https://example.com/( | https://example.com/", //
			"https://example.com/a]b | https://example.com/a", //
			"https://example.com: | https://example.com", //
			"https://example.com:80, | https://example.com:80", //
			"https://example.comを見て | https://example.com", //
			"https://example.com에서 | https://example.com", //
			"見てhttps://example.com/a。次 | https://example.com/a", //
			"「https://example.com/a」 | https://example.com/a", //
			"连接www.example.com，好 | www.example.com", //
			"連絡はada@example.comまで | ada@example.com", //
			"...ada@example.com. | ada@example.com", //
			"_ada@example.com_ | ada@example.com", //
			"<mailto:ada@example.com> | mailto:ada@example.com", //
			"view-source:https://example.com | https://example.com"})
	void punctuationAndTextAroundALinkAreNotPartOfIt(String text, String link) {
		assertThat(Links.in(text)).filteredOn(run -> run.href() != null).extracting(Run::text).containsExactly(link);
	}

	@ParameterizedTest
	@ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "http://",
			"https:// example.com", "http://-", "http://?", "xhttp://example.com", "www.", "www.example",
			"awww.example.com", "example.com", "ada@", "@ada", "@ada@example.social", "ada@localhost",
			"pkg@1.2.3", "a@b", "mailto:", "mailto:ada", "https://bank.example@evil.example/",
			"https://user:secret@evil.example/",
			"java\nscript:alert(1)", "http://.example.com", "www.example.c0m1x@", "http:/example.com"})
	void otherThingsAreNoLinks(String text) {
		assertThat(Links.in(text)).containsExactly(new Run(text, null));
	}

	@Test
	void aDirectionOverrideOrAnInvisibleCharacterEndsALink() {
		assertThat(Links.in("https://example.com/\u202egpj.exe").getFirst().href()).isEqualTo("https://example.com/");
		assertThat(Links.in("https://example\u200b.com").getFirst().text()).isEqualTo("https://example");
	}

	@Test
	void severalLinksAreFoundInOneText() {
		assertThat(Links.in("www.a.com,www.b.com ada@a.com;bob@b.com\nhttps://c.com"))
				.filteredOn(run -> run.href() != null).extracting(Run::text)
				.containsExactly("www.a.com", "www.b.com", "ada@a.com", "bob@b.com", "https://c.com");
	}

	@Test
	void whateverIsTypedTheRunsAreTheTextAndEveryHrefIsSafe() {
		String[] pieces = {"http://", "https://", "www.", "mailto:", "javascript:", "@", ".", "a", "com", "/", "(",
				")", "\"", "'", "<", ">", " ", "\n", "\u202e", "é", "東", "🦊", "%", "%41", "?", "#", "[", "]", ":",
				"80",
				"-", "&"};
		Pattern safe = Pattern.compile("(https?://|mailto:)[^\\s\"'<>`\\\\\\p{C}]+");
		Random random = new Random(7);
		int links = 0;
		for (int round = 0; round < 20_000; round++) {
			int length = random.nextInt(1, 14);
			String text = random.ints(length, 0, pieces.length).mapToObj(i -> pieces[i]).collect(joining());
			List<Run> runs = Links.in(text);
			assertThat(runs.stream().map(Run::text).collect(joining())).isEqualTo(text);
			assertThat(runs).noneMatch(run -> run.text().isEmpty());
			for (Run run : runs) {
				if (run.href() != null) {
					links++;
					assertThat(run.href()).matches(safe);
				}
			}
		}
		assertThat(links).isGreaterThan(500);
	}

	@ParameterizedTest
	@ValueSource(strings = {"a@", "www.a_", "www.", "http://", "http://a@", "http://a,", "mailto:a", "mailto:a@", "(",
			"https://a.b/(", "a.", "@a", "w", "h", "https://a.b/.", "http://[", "ada@a.b"})
	void timeIsLinearInTheLength(String piece) {
		String text = piece.repeat(1_000_000 / piece.length());
		assertThatCode(() -> Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Links.in(text)))
				.doesNotThrowAnyException();
	}
}
