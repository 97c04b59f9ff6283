package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;
import app.hark.drive.StreamReader;

/** What becomes of one's own message, who is here and who is writing, in two browsers side by side. */
@BrowserTest
class SeenIT {

	private final HarkServer hark = HarkServer.shared();

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Browser adas = Browser.at(hark.url()).signUp(ada);

	private final Browser beas = Browser.at(hark.url()).signUp(bea);

	private long chat;

	@BeforeEach
	void theyHaveAConversation() {
		chat = Client.at(hark.url()).signIn(ada).write(bea, "one");
	}

	@Test
	void theMarkGoesFromArrivedToSeenAndMovesOn() {
		beas.open("/conversations").live();
		adas.open(chat).live();
		eventually(() -> assertThat(marks()).containsExactly("Arrived"));

		beas.open(chat);
		eventually(() -> assertThat(marks()).containsExactly("Seen"));

		beas.open("/conversations").live();
		adas.say("two");
		eventually(() -> assertThat(marks()).containsExactly("Arrived"));
		assertThat(adas.page().attribute("//p[@class='receipt']/preceding-sibling::article[1]", "data-order"))
				.as("below the message that it is about").contains("2");
		assertThat(adas.texts()).containsExactly("one", "two");
		assertThat(beas.conversations().getFirst().unread()).isEqualTo(1);
	}

	@Test
	void inEveryTabOneSeesWhoIsHereAndWhoIsWriting() {
		adas.open(chat).live();
		String first = adas.tab();
		String second = adas.newTab();
		adas.open(chat).live();
		double height = height();
		beas.open(chat).live();

		for (String tab : List.of(first, second)) {
			adas.look(tab);
			eventually(() -> assertThat(adas.page().has("//li[@data-here]//*[.='here now']")).isTrue());
			assertThat(adas.page().has("//main/header[@data-here]//*[.='here now']")).isTrue();
		}
		for (String tab : List.of(second, first)) {
			adas.look(tab);
			eventually(() -> {
				beas.type("and ");
				assertThat(writing()).isEqualTo(bea.displayName() + " is writing …");
			});
			assertThat(height()).as("height of the column").isEqualTo(height);
		}
		assertThat(adas.page().has("//li[@data-here]")).isTrue();
		eventually(Duration.ofSeconds(20), () -> assertThat(writing()).isEmpty());
	}

	@Test
	void whenTheLastOneHasLeftNobodyIsShownAsHere() {
		Person dora = People.someone();
		Browser doras = Browser.at(hark.url()).signUp(dora);
		Client cys = Client.at(hark.url()).signUp(People.someone());
		doras.open(cys.write(dora, "good evening")).live();
		try (StreamReader _ = cys.stream()) {
			eventually(() -> assertThat(doras.page().has("//main/header[@data-here]//*[.='here now']")).isTrue());
		}
		eventually(Duration.ofSeconds(40),
				() -> assertThat(doras.page().has("//main/header//*[.='here now']")).isFalse());
		assertThat(doras.page().has("//*[@data-here]")).isFalse();
	}

	private List<String> marks() {
		return adas.page().elements("//*[@role='log']/p[@class='receipt']").stream()
				.map(org.w3c.dom.Element::getTextContent).toList();
	}

	private String writing() {
		return adas.page().first("//*[@id='writing']").orElseThrow().getTextContent();
	}

	private double height() {
		return ((Number) adas.driver()
				.executeScript("return document.getElementById('writing').getBoundingClientRect().height"))
				.doubleValue();
	}
}
