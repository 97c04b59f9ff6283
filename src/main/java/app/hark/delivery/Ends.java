package app.hark.delivery;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where inboxes end, asked once in a request, before anything that it shows: what comes meanwhile is behind that end, and so are
 * the streams of its page. Only what the request itself has changed has to be behind an end of its own.
 */
@Component
public class Ends {

	private static final String KNOWN = Known.class.getName();

	private final Inboxes inboxes;

	Ends(Inboxes inboxes) {
		this.inboxes = inboxes;
	}

	private record Known(long owner, Cursor end) {
	}

	/** Outside of a request it is asked each time. */
	public Cursor of(long owner) {
		var request = RequestContextHolder.getRequestAttributes();
		if (request == null) {
			return inboxes.end(owner);
		}
		if (request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof Known known
				&& known.owner == owner) {
			return known.end;
		}
		var end = inboxes.end(owner);
		request.setAttribute(KNOWN, new Known(owner, end), RequestAttributes.SCOPE_REQUEST);
		return end;
	}

	/** This request has committed something, which what it shows from now on has to contain. */
	static void forget() {
		var request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.removeAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST);
		}
	}
}
