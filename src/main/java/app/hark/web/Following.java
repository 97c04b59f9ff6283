package app.hark.web;

import org.springframework.stereotype.Component;

import app.hark.delivery.Entry;
import app.hark.delivery.Streams;
import app.hark.delivery.Whisper;
import app.hark.messages.Arrivals;

/** What streams ask and tell the rooms that know what they carry. */
@Component
class Following implements Streams.Reader {

	private final EntryHtml html;
	private final Moment moment;
	private final Arrivals arrivals;

	Following(EntryHtml html, Moment moment, Arrivals arrivals) {
		this.html = html;
		this.moment = moment;
		this.arrivals = arrivals;
	}

	@Override
	public String html(long owner, Entry entry) {
		return html.html(owner, entry);
	}

	@Override
	public String whisper(long owner, Whisper what) {
		return moment.html(owner, what);
	}

	@Override
	public String silence(Whisper what) {
		return moment.silence(what);
	}

	@Override
	public void passed(long owner, long after, long upTo) {
		arrivals.passed(owner, after, upTo);
	}
}
