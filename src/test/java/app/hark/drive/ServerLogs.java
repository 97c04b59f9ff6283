package app.hark.drive;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Shows what the servers have written last when a test has failed. */
final class ServerLogs implements TestWatcher {

	@Override
	public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
		System.err.println(context.getDisplayName() + " failed.\n" + HarkServer.tails());
	}
}
