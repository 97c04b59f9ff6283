package app.hark.web;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import app.hark.conversations.Company;
import app.hark.conversations.Typing;
import app.hark.delivery.Cursor;
import app.hark.delivery.Inboxes;
import app.hark.delivery.Presence;
import app.hark.delivery.Whisper;

/** What is true for a viewer at the moment, for a page and for a stream: who is here, and who is writing. */
@Component
class Moment {

	private final Company company;
	private final Presence presence;
	private final Inboxes inboxes;
	private final Typing typing;
	private final Fragments fragments;

	Moment(Company company, Presence presence, Inboxes inboxes, Typing typing, Fragments fragments) {
		this.company = company;
		this.presence = presence;
		this.inboxes = inboxes;
		this.typing = typing;
		this.fragments = fragments;
	}

	/** The usernames of those who are here. */
	Set<String> here(long viewer, Cursor end) {
		return company.here(viewer, end, presence::isHere);
	}

	List<Typing.Line> typing(long viewer) {
		return typing.to(viewer);
	}

	String html(long viewer, Whisper what) {
		return switch (what) {
			case PRESENCE -> render(what, here(viewer, inboxes.end(viewer)));
			case TYPING -> render(what, typing(viewer));
		};
	}

	String silence(Whisper what) {
		return render(what, List.of());
	}

	private String render(Whisper what, Object now) {
		String name = what == Whisper.PRESENCE ? "here" : "typing";
		return fragments.render("conversations/" + name, Map.of(name, now));
	}
}
