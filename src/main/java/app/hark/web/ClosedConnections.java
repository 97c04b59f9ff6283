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
 * Says of a request that is being answered whether its client seems to have closed the connection, which the servlet API
 * cannot: it tells only of a write that fails, and the first one after the end does not.
 */
@Component
class ClosedConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private static final String CLOSED = "hark.closed";

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextValves(new Looking());
	}

	/**
	 * Whether the client has closed the connection, or at least their half of it. Also so once where more has come than a request
	 * without a length, behind which the end is not seen, and for as long as something unread lies behind one with a length. To
	 * be asked by one thread at a time, and only until the request is answered.
	 */
	static BooleanSupplier seems(HttpServletRequest request) {
		return (BooleanSupplier) Objects.requireNonNull(request.getAttribute(CLOSED));
	}

	private static final class Looking extends ValveBase {

		Looking() {
			super(true);
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			var coyote = request.getCoyoteRequest();
			request.setAttribute(CLOSED, (BooleanSupplier) () -> {
				// The end is shown as something to be read, behind which comes the error.
				coyote.action(ActionCode.AVAILABLE, true);
				return coyote.getAvailable() > 0;
			});
			getNext().invoke(request, response);
		}
	}
}
