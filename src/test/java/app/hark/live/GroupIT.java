package app.hark.live;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.w3c.dom.Element;

import app.hark.drive.Browser;
import app.hark.drive.BrowserTest;
import app.hark.drive.Client;
import app.hark.drive.HarkServer;
import app.hark.drive.People;
import app.hark.drive.Person;

/** What open pages say of a group follows what others do in it. */
@BrowserTest
class GroupIT {

	private final HarkServer hark = HarkServer.shared();

	private final Person ada = People.someone();

	private final Person bea = People.someone();

	private final Person cem = People.someone();

	private final Browser beas = Browser.at(hark.url()).signUp(bea);

	/** The owner's phone. */
	private final Client adas = Client.at(hark.url()).signUp(ada);

	private String group;

	@BeforeEach
	void adaHasAGroupWithBea() {
		Client.at(hark.url()).signUp(cem);
		group = "/conversations/" + adas.submit("/groups", Map.of("name", "Climbing")).expectRedirect().conversation();
		add(bea);
	}

	@Test
	void theChatSaysWhatItIsCalledAndHowManyAreInIt() {
		beas.open(group).live();

		adas.submit(group + "/name", Map.of("name", "Zugspitze 2027")).expectRedirect();
		add(cem);

		eventually(() -> assertThat(heading()).isEqualTo("Zugspitze 2027"));
		eventually(() -> assertThat(beas.page().text()).contains("3 people"));
		assertThat(beas.title()).contains("Zugspitze 2027").doesNotContain("Climbing");
		assertThat(beas.page().first("//main/header//*[contains(@class, 'avatar')]").orElseThrow().getTextContent())
				.contains("Z");
	}

	@Test
	void whoIsRemovedIsOfferedNothingMoreAndWhoComesBackIs() {
		beas.expectingFailedRequests().open(group).live();

		adas.submit(group + "/people/remove", Map.of("username", bea.username())).expectRedirect();
		eventually(() -> assertThat(beas.page().text()).contains("You are not in this group any more."));
		assertThat(beas.page().has("//*[@id='composer']")).isFalse();

		add(bea);
		eventually(() -> assertThat(beas.page().has("//*[@id='composer']")).isTrue());
		beas.live().say("back again");
		eventually(() -> assertThat(adas.get(group).html().text()).contains("back again"));
	}

	@Test
	void thePageOfItsPeopleSaysWhoIsInItAndKeepsWhatIsBeingTyped() {
		beas.open(group + "/people").live();
		WebElement name = beas.driver().findElement(By.id("name"));
		name.sendKeys(" on Thursdays");

		add(cem);
		eventually(() -> assertThat(members()).containsExactly(ada.displayName(), bea.displayName(),
				cem.displayName()));
		eventually(() -> assertThat(beas.page().text()).contains("3 people"));
		adas.submit(group + "/name", Map.of("name", "Bouldering")).expectRedirect();
		eventually(() -> assertThat(heading()).isEqualTo("Bouldering"));
		adas.submit(group + "/people/remove", Map.of("username", cem.username())).expectRedirect();
		eventually(() -> assertThat(members()).containsExactly(ada.displayName(), bea.displayName()));
		assertThat(name.getDomProperty("value")).isEqualTo("Climbing on Thursdays");
		assertThat(beas.driver().switchTo().activeElement()).isEqualTo(name);

		adas.submit(group + "/owner", Map.of("username", bea.username())).expectRedirect();
		eventually(() -> assertThat(beas.page().has("//button[.='Remove']")).as("what only owners do").isTrue());
		assertThat(beas.page().has("//form[contains(@action, '/past')]")).isTrue();
		beas.driver().findElement(By.cssSelector("#members summary")).click();
		add(cem);
		eventually(() -> assertThat(members()).contains(cem.displayName()));
		assertThat(beas.driver().findElement(By.xpath("//button[.='Remove']")).isDisplayed()).as("the menu stays open")
				.isTrue();
		beas.live();
	}

	@Test
	void whoIsRemovedWhileLookingAtItsPeopleIsToldSo() {
		beas.expectingFailedRequests().open(group + "/people").live();

		adas.submit(group + "/people/remove", Map.of("username", bea.username())).expectRedirect();

		beas.arrived(group);
		assertThat(beas.page().text()).contains("You are not in this group any more.");
	}

	private void add(Person one) {
		adas.submit(group + "/people", Map.of("username", one.username())).expectRedirect();
	}

	private String heading() {
		return beas.page().first("//main//h1").orElseThrow().getTextContent();
	}

	private List<String> members() {
		return beas.page().elements("//*[@id='members']/li//*[@class='name']").stream().map(Element::getTextContent)
				.toList();
	}
}
