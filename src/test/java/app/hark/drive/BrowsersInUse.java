package app.hark.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test: a picture and the console of every browser when it failed, a check of the consoles when it did not, and the
 * browsers back to where the next test takes them from.
 */
final class BrowsersInUse implements AfterEachCallback {

	@Override
	public void afterEach(ExtensionContext context) {
		List<Browser> browsers = Browser.inUse();
		try {
			if (context.getExecutionException().isPresent()) {
				browsers.forEach(browser -> browser.report(context.getDisplayName()));
			} else {
				browsers.forEach(browser -> assertThat(browser.consoleErrors())
						.as("errors in the console of %s", browser).isEmpty());
			}
		} finally {
			browsers.forEach(Browser::putBack);
		}
	}
}
