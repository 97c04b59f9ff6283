package app.hark.drive;

import static app.hark.drive.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

/** A person in front of Chromium, in the words of somebody who looks at the page. One instance is one device. */
public final class Browser {

	private static final List<Browser> IN_USE = new CopyOnWriteArrayList<>();

	private final URI base;

	private final Chromium.Script script;

	private final ChromeDriver driver;

	private final Console console;

	private Browser(URI base, Chromium.Script script) {
		this.base = base;
		this.script = script;
		this.driver = Chromium.take(script);
		this.console = new Console(driver);
		driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(20)).scriptTimeout(Duration.ofSeconds(20));
		IN_USE.add(this);
	}

	public static boolean isInstalled() {
		return Chromium.isInstalled();
	}

	public static Browser at(URI base) {
		return new Browser(base, Chromium.Script.ON);
	}

	/** A browser whose owner has switched JavaScript off. */
	public static Browser withoutScriptAt(URI base) {
		return new Browser(base, Chromium.Script.OFF);
	}

	/** The same server under a name with which browsers do not grant what needs a secure context. */
	public static URI onTheLan(URI base) {
		return URI.create("http://" + Chromium.LAN_NAME + ":" + base.getPort());
	}

	public Browser signUp(Person person) {
		open("/sign-up");
		fill("username", person.username());
		fill("displayName", person.displayName());
		fill("password", person.password());
		press("Create account");
		return arrived("/conversations");
	}

	public Browser signIn(Person person) {
		open("/sign-in");
		signInHere(person);
		return arrived("/conversations");
	}

	/** Fills in the sign-in page that is shown, wherever it leads. */
	public void signInHere(Person person) {
		fill("username", person.username());
		fill("password", person.password());
		press("Sign in");
	}

	public void signOut() {
		press("Sign out");
		arrived("/sign-in");
	}

	public Browser open(String path) {
		driver.get(base.resolve(path).toString());
		return this;
	}

	public Browser open(long conversation) {
		return open("/conversations/" + conversation);
	}

	public Browser writeTo(Person person) {
		return open("/conversations/with/" + person.username());
	}

	public Browser reload() {
		driver.navigate().refresh();
		return this;
	}

	public void search(String words) {
		WebElement box = driver.findElement(By.cssSelector("input[type=search]"));
		box.clear();
		box.sendKeys(words);
	}

	/** Scrolls to the link that shows this text, and follows it. */
	public void follow(String text) {
		WebElement link = driver.findElement(By.xpath("//a[contains(normalize-space(),\"" + text + "\")]"));
		driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", link);
		link.click();
	}

	public void press(String button) {
		driver.findElement(By.xpath("//button[normalize-space()='" + button + "']")).click();
	}

	/** Types into the composer, keys included. */
	public void type(CharSequence... keys) {
		composer().sendKeys(keys);
	}

	/** Types and sends with Enter. */
	public void say(String text) {
		type(text, Keys.ENTER);
	}

	/** What stands in the composer. */
	public String draft() {
		return String.valueOf(composer().getDomProperty("value"));
	}

	public WebElement composer() {
		return driver.findElement(By.name("body"));
	}

	public void fill(String field, String value) {
		WebElement element = driver.findElement(By.name(field));
		element.clear();
		element.sendKeys(value);
	}

	/** The page as it stands now, scripts' work included. */
	public Html page() {
		return Html.of(String.valueOf(driver.executeScript("return document.documentElement.outerHTML")));
	}

	public List<Html.Message> messages() {
		return page().messages();
	}

	public List<String> texts() {
		return messages().stream().map(Html.Message::text).toList();
	}

	public List<Html.Conversation> conversations() {
		return page().conversations();
	}

	public String title() {
		return String.valueOf(driver.getTitle());
	}

	public String path() {
		return URI.create(String.valueOf(driver.getCurrentUrl())).getPath();
	}

	/** What the state line says: live, catching up, or offline since when. */
	public String state() {
		return driver.findElement(By.cssSelector("[role=status]")).getText();
	}

	/** Waits until the state line says that the page is live. */
	public Browser live() {
		eventually(() -> assertThat(state()).as("state line of %s", this).isEqualTo(
				driver.findElement(By.cssSelector("[role=status]")).getDomAttribute("data-live")));
		return this;
	}

	public Browser arrived(String path) {
		eventually(() -> assertThat(path()).as("where %s is; it says %s", this, page().alerts()).isEqualTo(path));
		return this;
	}

	/** Opens a new tab of the same browser and looks at it. */
	public String newTab() {
		return driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
	}

	public String tab() {
		return driver.getWindowHandle();
	}

	public Browser look(String tab) {
		driver.switchTo().window(tab);
		return this;
	}

	/** Takes away this device's session, as if it had expired. */
	public void loseSession() {
		driver.manage().deleteAllCookies();
	}

	/** Failed requests are part of this test: the console may tell of them, though of nothing else. */
	public Browser expectingFailedRequests() {
		console.allowFailedRequests();
		return this;
	}

	public ChromeDriver driver() {
		return driver;
	}

	public Screen screen() {
		return new Screen(driver);
	}

	@Override
	public String toString() {
		return "the browser at " + driver.getCurrentUrl();
	}

	static List<Browser> inUse() {
		return List.copyOf(IN_USE);
	}

	List<String> consoleErrors() {
		return console.errors();
	}

	void report(String test) {
		System.err.println(this + ", " + screen().shot(test + "-" + IN_USE.indexOf(this)) + ", console: "
				+ console.everything());
	}

	void putBack() {
		IN_USE.remove(this);
		try {
			Chromium.putBack(driver, script);
		} catch (org.openqa.selenium.WebDriverException stuck) {
			Chromium.drop(driver);
		}
	}
}
