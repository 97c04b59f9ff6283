package app.hark.audit;

import java.util.ArrayList;
import java.util.List;

import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;

import app.hark.drive.Browser;
import app.hark.drive.Html;

/** A conversation in Chromium that hostile text is sent to. Read past the driver, whose reader of JSON ends at U+FFFF. */
record Display(Scene scene, int viewer, Browser browser, Tab tab, long conversation) {

	/** Whether a script of a text has run; then whatever is in a text that is neither text nor a link made of it. */
	private static final String FOREIGN = """
			[String(window.pwned)].concat([...document.querySelectorAll(
				'article .body *:not(a), article .body [onmouseover], .preview *:not(bdi), bdi.name *, .body a:not([rel])')]
				.map(element => element.outerHTML)).join('\\n')""";

	static Display open(Scene scene, int viewer, long conversation) {
		// Its console is read before the server is stopped; what it says after that is that nobody answers.
		Browser browser = Browser.at(scene.hark.url()).expectingFailedRequests()
				.signIn(scene.members.get(viewer).person());
		browser.open(conversation).live();
		return new Display(scene, viewer, browser, Tab.of(browser.driver()), conversation);
	}

	/** What is wrong on the open page, on the same page made anew, on older ones, in the list and in the search. */
	List<String> complaints() {
		List<String> complaints = new ArrayList<>();
		List<String> fresh = scene.members.get(viewer).device().chat(conversation).html().messages().stream()
				.map(Html.Message::text).toList();
		scene.history.add(new History.Seen(conversation, Tabs.settled(tab, fresh), fresh));
		look("open page", tab, complaints);
		browser.newTab();
		for (String path : List.of("/conversations/" + conversation, "/conversations/" + conversation + "?before=100",
				"/conversations", "/people?q=x", "/people?q=%3Cscript%3Epwned%3D1%3C%2Fscript%3E", "/account")) {
			browser.open(path);
			try (Tab shown = Tab.of(browser.driver())) {
				look(path, shown, complaints);
			}
		}
		browser.driver().manage().logs().get(LogType.BROWSER).getAll().stream().map(String::valueOf)
				.filter(line -> line.contains("SEVERE")).forEach(line -> complaints.add("console: " + line));
		tab.close();
		return complaints;
	}

	private static void look(String where, Tab tab, List<String> complaints) {
		JsonNode found = tab.evaluate(FOREIGN);
		if (!found.asString().equals("undefined")) {
			complaints.add(where + ": " + found);
		}
	}
}
