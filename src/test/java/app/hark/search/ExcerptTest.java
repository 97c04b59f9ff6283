package app.hark.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class ExcerptTest {

	@Test
	void aShortTextIsShownInFullWithItsWordsMarked() {
		assertThat(excerpt("The tin\nkettle, the copper kettle", "kettle tin"))
				.isEqualTo("The [tin] [kettle], the copper [kettle]");
	}

	@Test
	void wordsFarApartAreAllShown() {
		String shown = excerpt("a ".repeat(300) + "tin " + "b ".repeat(900) + "kettle " + "c ".repeat(200),
				"kettle tin");

		assertThat(shown).startsWith("…").endsWith("…").contains("a [tin] b", "…b b", "b [kettle] c")
				.hasSizeLessThan(Excerpt.LENGTH + 20);
	}

	@Test
	void wordsInEachOtherAreMarkedOnce() {
		assertThat(excerpt("the e-mail", "e-mail mail")).isEqualTo("the [e-mail]");
		assertThat(excerpt("東京都", "東京 京都")).isEqualTo("[東京][都]");
	}

	@Test
	void whatWasTypedWithoutASpaceStandsWithoutASpace() {
		assertThat(Question.of("e-mail").phrases().getFirst().in(Tokens.of("an e mail"))).isEmpty();
		assertThat(excerpt("an e mail, no, two e‑mails, one e_mail", "e-mail")).endsWith("one [e_mail]");
	}

	@Test
	void aWordWithoutEndIsCutBetweenItsCharacters() {
		String shown = excerpt("👩‍👩‍👧".repeat(200) + " tin " + "é".repeat(3_000), "tin");

		assertThat(shown).contains("[tin]").hasSizeLessThan(Excerpt.LENGTH + 60);
		assertThat(shown.replace("👩‍👩‍👧", "").replace("é", "")).isEqualTo("… [tin] …");
	}

	@Test
	void whateverIsFoundIsCutSomehow() {
		var random = new Random(1);
		for (int i = 0; i < 2_000; i++) {
			String text = random.ints(random.nextInt(600), 0, 14)
					.mapToObj(at -> List
							.of("tin ", "kettle", " ", "\n", "東", "京", "é", "👍", "a", "-", "ß", "שלום", "x ", "\ud83d")
							.get(at))
					.collect(Collectors.joining());
			var tokens = Tokens.of(text);
			var found = Question.of("tin 東京").phrases().stream().map(phrase -> phrase.in(tokens))
					.filter(places -> !places.isEmpty()).toList();
			assertThat(Excerpt.of(text, found).stream().map(Piece::text).collect(Collectors.joining()).length())
					.isLessThan(Excerpt.LENGTH + 100);
		}
	}

	private static String excerpt(String text, String query) {
		var tokens = Tokens.of(text);
		return Excerpt.of(text, Question.of(query).phrases().stream().map(phrase -> phrase.in(tokens)).toList())
				.stream().map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
				.collect(Collectors.joining());
	}
}
