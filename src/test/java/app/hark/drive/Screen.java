package app.hark.drive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** The screen of a device: its size, its scheme of colours, and pictures of it. */
public final class Screen {

	private final ChromeDriver driver;

	Screen(ChromeDriver driver) {
		this.driver = driver;
	}

	public Screen size(int width, int height) {
		driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
		return this;
	}

	public Screen scheme(String lightOrDark) {
		return media("prefers-color-scheme", lightOrDark);
	}

	/** The few colours that somebody has chosen for everything on their device. */
	public Screen forcedColours() {
		return media("forced-colors", "active");
	}

	private Screen media(String feature, String value) {
		driver.executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", feature, "value", value))));
		return this;
	}

	/** What has to be scrolled to the side, the page or a part of it. */
	public List<?> scrolledSideways() {
		return (List<?>) driver.executeScript("""
				return [...document.querySelectorAll('*')].filter(element => element.scrollWidth > element.clientWidth + 1
					&& (element === document.scrollingElement || /auto|scroll/.test(getComputedStyle(element).overflowX))
				).map(element => element.outerHTML.slice(0, 150));""");
	}

	/** Saves a picture of what is visible and answers where. */
	public Path shot(String name) {
		try {
			Path file = Files.createDirectories(Path.of("target", "screenshots"))
					.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".png");
			return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
		} catch (IOException unwritable) {
			throw new UncheckedIOException(unwritable);
		}
	}
}
