package app.hark.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a browser has complained about during one test. */
final class Console {

	private final ChromeDriver driver;

	private final List<LogEntry> seen = new ArrayList<>();

	private boolean failedRequestsAllowed;

	Console(ChromeDriver driver) {
		this.driver = driver;
		driver.manage().logs().get(LogType.BROWSER);
	}

	void allowFailedRequests() {
		failedRequestsAllowed = true;
	}

	List<String> errors() {
		return everything().stream().filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
				.map(LogEntry::getMessage).filter(message -> !failedRequestsAllowed || !isFailedRequest(message))
				.toList();
	}

	List<LogEntry> everything() {
		driver.manage().logs().get(LogType.BROWSER).forEach(seen::add);
		return List.copyOf(seen);
	}

	/** What Chromium and htmx say of a request that failed. */
	private static boolean isFailedRequest(String message) {
		return !message.contains("Content Security Policy")
				&& (message.contains("Failed to load resource") || message.contains("net::ERR_")
						|| message.matches("(?s).*htmx:(afterRequest|sendError|timeout|responseError).*")
						|| message.contains("Response Status Error Code"));
	}
}
