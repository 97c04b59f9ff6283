package app.hark.web;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Where requests wait that come before everything runs, in front of all that might answer them. For a moment in any start;
 * in a takeover from when the port of the one before is free, which is earlier than its database is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Anteroom implements Filter, SmartLifecycle {

	private final CountDownLatch ready = new CountDownLatch(1);
	private volatile boolean running;

	/** Ends with the start, be it by the end of the program: a thread that waits is virtual and costs next to nothing. */
	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		try {
			ready.await();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			((HttpServletResponse) response).setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
			return;
		}
		chain.doFilter(request, response);
	}

	@Override
	public void start() {
		running = true;
		ready.countDown();
	}

	@Override
	public void stop() {
		running = false;
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** The very last. */
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}
}
