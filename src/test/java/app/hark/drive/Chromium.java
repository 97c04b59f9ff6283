package app.hark.drive;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Real browsers, each with cookies and storage of its own; used again, emptied, by the next test. */
final class Chromium {

	/** Whether pages may run scripts. */
	enum Script {
		ON, OFF
	}

	static final Path BINARY = Path.of("/usr/bin/chromium");

	static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	/** A name that leads to this machine and that no browser takes for a secure context, as in a local network. */
	static final String LAN_NAME = "hark.lan";

	/** The same for what is behind TLS, which browsers then never visit without. */
	static final String TLS_NAME = "hark.example";

	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	private static final Map<Script, Deque<ChromeDriver>> IDLE = new EnumMap<>(Script.class);

	private static final Set<ChromeDriver> STARTED = ConcurrentHashMap.newKeySet();

	static {
		// it warns that it knows no developer tools of this version, which nothing here asks it for
		SELENIUM.setLevel(Level.SEVERE);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(ChromeDriver::quit)));
	}

	private Chromium() {
	}

	static boolean isInstalled() {
		return Files.isExecutable(BINARY) && Files.isExecutable(DRIVER);
	}

	static synchronized ChromeDriver take(Script script) {
		ChromeDriver idle = IDLE.computeIfAbsent(script, _ -> new ArrayDeque<>()).poll();
		return idle != null ? idle : start(script);
	}

	/** Closes its tabs and forgets everything that sites have stored in it. */
	static synchronized void putBack(ChromeDriver driver, Script script) {
		String clean = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
		for (String tab : driver.getWindowHandles()) {
			if (!tab.equals(clean)) {
				driver.switchTo().window(tab).close();
			}
		}
		driver.switchTo().window(clean);
		driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
		driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
		IDLE.computeIfAbsent(script, _ -> new ArrayDeque<>()).push(driver);
	}

	/** Ends one that cannot be trusted any more. */
	static void drop(ChromeDriver driver) {
		STARTED.remove(driver);
		driver.quit();
	}

	private static ChromeDriver start(Script script) {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BINARY.toFile());
		options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
				"--disable-quic",
				"--disable-background-networking", "--disable-component-update", "--no-first-run", "--disable-sync",
				"--window-size=1280,900", "--lang=en-GB", "--ignore-certificate-errors",
				"--host-resolver-rules=MAP " + LAN_NAME + " 127.0.0.1, MAP " + TLS_NAME + " 127.0.0.1");
		if (script == Script.OFF) {
			options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
		}
		options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
		ChromeDriver driver = new ChromeDriver(
				new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).usingAnyFreePort().build(),
				options);
		STARTED.add(driver);
		return driver;
	}
}
