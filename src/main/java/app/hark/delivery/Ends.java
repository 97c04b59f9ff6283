package app.hark.delivery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Where inboxes end, asked once for a page, before anything that it shows: what comes meanwhile its stream brings. Whoever shows
 * more than one thing in a request that lasts asks {@link Inboxes} each time.
 */
@Component
public class Ends {

	private static final String KNOWN = Ends.class.getName();

	private final Inboxes inboxes;

	Ends(Inboxes inboxes) {
		this.inboxes = inboxes;
	}

	private record Known(long owner, Cursor end) {
	}

	/** What this request has committed last. */
	private record Committed(Map<Long, List<Entry>> news) {
	}

	/** Where it ends now, and for this page. A request that is forwarded to another page begins that one with it, too. */
	public Cursor now(long owner) {
		var end = inboxes.end(owner);
		remember(new Known(owner, end));
		return end;
	}

	/** Where it ended when this page began, or behind what this request has added to it since, or where it ends now. */
	public Cursor of(long owner) {
		var request = RequestContextHolder.getRequestAttributes();
		return switch (request == null ? null : request.getAttribute(KNOWN, RequestAttributes.SCOPE_REQUEST)) {
			case Known known when known.owner == owner -> known.end;
			case Committed committed when committed.news.containsKey(owner) ->
					requireNonNull(committed.news.get(owner)).getLast().cursor();
			case null, default -> now(owner);
		};
	}

	/** This request has committed this, which all that it shows from now on has to contain. */
	static void committed(Map<Long, List<Entry>> news) {
		remember(new Committed(news));
	}

	private static void remember(Object known) {
		var request = RequestContextHolder.getRequestAttributes();
		if (request != null) {
			request.setAttribute(KNOWN, known, RequestAttributes.SCOPE_REQUEST);
		}
	}
}
