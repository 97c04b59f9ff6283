package app.hark.web;

import java.io.IOException;
import java.util.Objects;
import java.util.function.BooleanSupplier;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Says of a request that is being answered whether its client has closed the connection, which the servlet API cannot: it
 * tells only of a write that fails, and the first one after the end does not.
 */
@Component
class ClosedConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private static final String CLOSED = "hark.closed";

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextValves(new Looking());
	}

	/** To be asked by one thread at a time, and only until the request is answered, which must have no body. */
	static BooleanSupplier of(HttpServletRequest request) {
		return (BooleanSupplier) Objects.requireNonNull(request.getAttribute(CLOSED));
	}

	private static final class Looking extends ValveBase {

		Looking() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			var coyote = request.getCoyoteRequest();
			request.setAttribute(CLOSED, (BooleanSupplier) () -> isClosed(coyote));
			getNext().invoke(request, response);
		}

		/** Tomcat shows the end as one byte at each look, but what belongs to a next request only once. */
		private static boolean isClosed(org.apache.coyote.Request request) {
			if (unread(request) == 0) {
				return false;
			}
			return unread(request) > 0;
		}

		private static int unread(org.apache.coyote.Request request) {
			request.action(ActionCode.AVAILABLE, true);
			return request.getAvailable();
		}
	}
}
