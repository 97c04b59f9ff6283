package app.hark.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlTextArea;

/** A person in front of a browser that runs no script and shows no style: links, fields and buttons only. */
public final class PlainBrowser implements AutoCloseable {

	private final WebClient client = new WebClient();

	private final URI base;

	private HtmlPage page;

	private PlainBrowser(URI base) {
		this.base = base;
		client.getOptions().setJavaScriptEnabled(false);
		client.getOptions().setCssEnabled(false);
		client.getOptions().setThrowExceptionOnFailingStatusCode(false);
		page = load("/");
	}

	public static PlainBrowser at(int port) {
		return new PlainBrowser(URI.create("http://localhost:" + port));
	}

	public PlainBrowser signUp(Person person) {
		open("/sign-up");
		fill("username", person.username());
		fill("displayName", person.displayName());
		fill("password", person.password());
		return press("Create account");
	}

	public PlainBrowser signIn(Person person) {
		return open("/sign-in").signInHere(person);
	}

	/** Fills in the sign-in page that is shown, wherever it leads. */
	public PlainBrowser signInHere(Person person) {
		fill("username", person.username());
		fill("password", person.password());
		return press("Sign in");
	}

	public PlainBrowser open(String path) {
		page = load(path);
		return this;
	}

	public PlainBrowser writeTo(Person person) {
		return open("/conversations/with/" + person.username());
	}

	public PlainBrowser search(String words) {
		HtmlInput box = page.querySelector("input[type=search]");
		box.setValue(words);
		// what Enter in the only field of a form does
		return shown(() -> page.getWebClient().getPage(box.getEnclosingForm().getWebRequest(null)));
	}

	public PlainBrowser say(String text) {
		return type(text).press("Send");
	}

	public PlainBrowser type(String text) {
		fill("body", text);
		return this;
	}

	/** Fills the field of this name in the page's main form, not the one in the pane beside it. */
	public PlainBrowser fill(String field, String value) {
		HtmlElement element = page.querySelector("[name=" + field + "]:not([type=hidden]):not(button)");
		if (element instanceof HtmlTextArea area) {
			area.setText(value);
		} else if (element instanceof HtmlInput input) {
			input.setValue(value);
		} else {
			throw new AssertionError("No field " + field + " in " + page.asNormalizedText());
		}
		return this;
	}

	public PlainBrowser press(String button) {
		return pressAt("//button[normalize-space()='" + button + "']");
	}

	/** Presses the first button that this XPath finds. */
	public PlainBrowser pressAt(String xpath) {
		HtmlElement found = page.getFirstByXPath(xpath);
		if (found == null) {
			throw new AssertionError("No button " + xpath + " in " + page.asNormalizedText());
		}
		return shown(found::click);
	}

	/** Follows the link whose text contains this. */
	public PlainBrowser follow(String text) {
		HtmlElement found = page.getFirstByXPath("//a[contains(normalize-space(),\"" + text + "\")]");
		if (found == null) {
			throw new AssertionError("No link " + text + " in " + page.asNormalizedText());
		}
		return shown(found::click);
	}

	public void loseSession() {
		client.getCookieManager().clearCookies();
	}

	/** Spoils every hidden token, as if the page had been open for too long. */
	public void outdateTokens() {
		for (HtmlForm form : page.getForms()) {
			form.getInputsByName("_csrf").forEach(input -> input.setValue("out-of-date"));
		}
	}

	public int status() {
		return page.getWebResponse().getStatusCode();
	}

	public String path() {
		return page.getUrl().getPath();
	}

	public Html html() {
		return Html.of(page.getWebResponse().getContentAsString());
	}

	public List<String> alerts() {
		return html().alerts();
	}

	public List<String> texts() {
		return html().messages().stream().map(Html.Message::text).toList();
	}

	/** What stands in a field as the page came. */
	public String value(String field) {
		DomElement element = page.querySelector("[name=" + field + "]:not([type=hidden]):not(button)");
		return element instanceof HtmlTextArea area ? area.getText() : ((HtmlInput) element).getValue();
	}

	public String text() {
		return page.asNormalizedText();
	}

	public HtmlPage page() {
		return page;
	}

	@Override
	public void close() {
		client.close();
	}

	private HtmlPage load(String path) {
		try {
			return client.getPage(base.resolve(path).toURL());
		} catch (IOException unreachable) {
			throw new UncheckedIOException(unreachable);
		}
	}

	private PlainBrowser shown(Step step) {
		try {
			page = (HtmlPage) step.take();
			return this;
		} catch (IOException unreachable) {
			throw new UncheckedIOException(unreachable);
		}
	}

	private interface Step {

		Object take() throws IOException;
	}
}
