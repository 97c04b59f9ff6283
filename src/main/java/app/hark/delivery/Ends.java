package app.hark.delivery;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where inboxes end, asked once for a page, before anything that it shows: what comes meanwhile its stream brings. Whoever shows
 * more than one thing in a request that lasts asks {@link Inboxes} each time.
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

	/** Where it ends now, and for this page. A request that is forwarded to another page begins that one with it, too. */
	public Cursor now(long owner) {
		var end = inboxes.end(owner);
		var request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(KNOWN, new Known(owner, end), RequestAttributes.SCOPE_REQUEST);
		}
		return end;
	}

	/** Where it ended when this page began, or where it ends now if none has begun. */
	public Cursor of(long owner) {
		var request = RequestContextHolder.getRequestAttributes();
		return request != null
				&& request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST) instanceof Known known
				&& known.owner == owner ? known.end : now(owner);
	}

	/** This request has committed something, which all that it shows from now on has to contain. */
	static void forget() {
		var request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.removeAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST);
		}
	}
}
