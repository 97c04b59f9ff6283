package app.hark.web;

import org.springframework.stereotype.Component;

import app.hark.delivery.Entry;
import app.hark.delivery.Streams;
import app.hark.messages.Arrivals;

/** What streams ask and tell the rooms that know what they carry. */
@Component
class Following implements Streams.Reader {

	private final EntryHtml html;
	private final Arrivals arrivals;

	Following(EntryHtml html, Arrivals arrivals) {
		this.html = html;
		this.arrivals = arrivals;
	}

	@Override
	public String html(long owner, Entry entry) {
		return html.html(owner, entry);
	}

	@Override
	public void passed(long owner, long after, long upTo) {
		arrivals.passed(owner, after, upTo);
	}
}
