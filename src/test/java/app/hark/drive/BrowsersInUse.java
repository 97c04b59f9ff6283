package app.hark.drive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * When a test has failed: a picture and the console of every browser. When it has not: a look at the consoles, before the
 * test takes down what the browsers were looking at. Then the browsers go back to where the next test takes them from.
 */
final class BrowsersInUse implements AfterTestExecutionCallback, AfterEachCallback {

	private static final Namespace MINE = Namespace.create(BrowsersInUse.class);

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (context.getExecutionException().isPresent()) {
			report(context);
		} else {
			Browser.inUse().forEach(browser -> assertThat(browser.consoleErrors())
					.as("errors in the console of %s", browser).isEmpty());
		}
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (context.getExecutionException().isPresent()) {
			report(context);
		}
		Browser.inUse().forEach(Browser::putBack);
	}

	/** Once, as early as possible. What fails before the test itself has begun is only known at its end. */
	private static void report(ExtensionContext context) {
		context.getStore(MINE).computeIfAbsent("reported", _ -> {
			String test = context.getRequiredTestClass().getSimpleName() + " " + context.getDisplayName();
			Browser.inUse().forEach(browser -> browser.report(test));
			return true;
		});
	}
}
