package app.hark.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * When a test has failed: a picture and the console of every browser. When it has not: a look at the consoles, before the
 * test takes down what the browsers were looking at. Then the browsers go back to where the next test takes them from.
 */
final class BrowsersInUse implements AfterTestExecutionCallback, AfterEachCallback {

	@Override
	public void afterTestExecution(ExtensionContext context) {
		List<Browser> browsers = Browser.inUse();
		if (context.getExecutionException().isPresent()) {
			browsers.forEach(browser -> browser.report(context.getRequiredTestClass().getSimpleName() + " "
					+ context.getDisplayName()));
		} else {
			browsers.forEach(browser -> assertThat(browser.consoleErrors()).as("errors in the console of %s", browser)
					.isEmpty());
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Browser.inUse().forEach(Browser::putBack);
	}
}
