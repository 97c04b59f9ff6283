package app.hark.web;

import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import app.hark.delivery.Cursor;
import app.hark.delivery.Ends;
import app.hark.delivery.Snapshots;
import app.hark.delivery.StreamProperties;
import app.hark.messages.Arrivals;
import app.hark.messages.ConversationItem;
import app.hark.messages.ConversationList;
import app.hark.people.People;
import app.hark.people.Person;
import app.hark.people.SignedIn;

/** Gives every page of somebody who is signed in its shell. */
@ControllerAdvice
class ShellAdvice {

	private final People people;
	private final Ends ends;
	private final ConversationList list;
	private final Arrivals arrivals;
	private final Moment moment;
	private final StreamProperties stream;
	private final Pieces pieces;
	private final Snapshots snapshots;

	ShellAdvice(People people, Ends ends, ConversationList list, Arrivals arrivals, Moment moment,
			StreamProperties stream, Pieces pieces, Snapshots snapshots) {
		this.people = people;
		this.ends = ends;
		this.list = list;
		this.arrivals = arrivals;
		this.moment = moment;
		this.stream = stream;
		this.pieces = pieces;
		this.snapshots = snapshots;
	}

	@ModelAttribute("pieces")
	Pieces pieces() {
		return pieces;
	}

	/** Runs before the handler, therefore the cursor is older than anything that the page shows. */
	@ModelAttribute("shell")
	@Nullable Shell shell(@AuthenticationPrincipal @Nullable SignedIn me, HttpServletRequest request,
			HttpServletResponse response) {
		response.addHeader(HttpHeaders.VARY, "HX-Request");
		if (me == null || !showsPage(request)) {
			return null;
		}
		var cursor = ends.now(me.id());
		var shell = Shell.of(viewer(me.id(), cursor), cursor.toString(), stream.heartbeat().toMillis(),
				() -> list(me.id(), cursor), moment.here(me.id(), cursor), moment.typing(me.id()));
		response.setHeader(ContentPolicy.HEADER, ContentPolicy.allowing(shell.mineHash()));
		return shell;
	}

	private Person viewer(long id, Cursor end) {
		return snapshots.of(id, end, Person.class, _ -> 1, () -> people.get(id));
	}

	/** Whoever is shown the list has all that was there before. */
	private List<ConversationItem> list(long viewer, Cursor cursor) {
		arrivals.passed(viewer, 0, cursor.position());
		return list.of(viewer);
	}

	/** A send answers with a redirect or a fragment, and the page of a failure must not fail for the same reason. */
	private static boolean showsPage(HttpServletRequest request) {
		if (request.getRequestURI().equals("/stream") || getsFragment(request)) {
			return false;
		}
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
					&& status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
		}
		return !request.getMethod().equals("POST") || request.getRequestURI().startsWith("/account");
	}

	/** Only these answer a script with less than a page; anything else that says that it is one gets the page. */
	private static boolean getsFragment(HttpServletRequest request) {
		String path = request.getRequestURI();
		return request.getHeader("HX-Request") != null
				&& (request.getDispatcherType() == DispatcherType.ERROR || path.equals("/people")
						|| path.matches("/messages/[^/]+(/edit)?")
						|| path.matches("/conversations/[^/]+")
								&& (request.getParameter("before") != null || request.getParameter("replyTo") != null));
	}
}
