package app.hark.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What one reader has noticed on all the streams that it had, one after the other. Written by its reader alone. */
final class Reading {

	/** Something that a reader notices. */
	sealed interface Noticed {

		Instant at();
	}

	/** The server has answered, and its stream begins. */
	record Opened(Instant at) implements Noticed {
	}

	/** The stream has ended, from whatever cause. */
	record Lost(Instant at) implements Noticed {
	}

	/**
	 * An event.
	 *
	 * @param id null where it had none
	 * @param messages those in it; a line in the list is none
	 * @param data as it came; empty in a brief history
	 */
	record Got(Instant at, String event, @Nullable String id, List<Shown> messages, String data) implements Noticed {

		static Got of(Instant at, String event, @Nullable String id, String data) {
			return new Got(at, event, id, ARTICLE.matcher(data).results().map(Got::shown).toList(), data);
		}

		Got brief() {
			return new Got(at, event, id, messages, "");
		}

		long position() {
			return id == null ? -1 : Long.parseLong(id.substring(0, id.indexOf('.')));
		}

		private static Shown shown(MatchResult article) {
			var token = Sender.TOKEN.matcher(article.group(4));
			return new Shown(Long.parseLong(article.group(1)), Long.parseLong(article.group(2)),
					Long.parseLong(article.group(3)), token.find() ? token.group(1) : "");
		}
	}

	/** A message as a reader was shown it. */
	record Shown(long message, long conversation, long seq, String token) {
	}

	private static final Pattern ARTICLE = Pattern.compile(
			"(?s)<article id=\"message-(\\d+)\" data-in=\"timeline-(\\d+)\" data-order=\"(\\d+)\"(.*?)</article>");

	final String name;

	final String owner;

	/** The position behind which it has begun. */
	final long begin;

	private final List<Noticed> noticed = Collections.synchronizedList(new ArrayList<>());

	private volatile long position;

	private volatile boolean ended;

	private final boolean brief;

	Reading(String name, String owner, long begin, boolean brief) {
		this.brief = brief;
		this.name = name;
		this.owner = owner;
		this.begin = begin;
		this.position = begin;
	}

	void add(Noticed what) {
		noticed.add(brief && what instanceof Got got ? got.brief() : what);
		if (what instanceof Got got && got.id() != null) {
			position = got.position();
		}
	}

	/** Whether it has a stream at present. */
	boolean isOpen() {
		synchronized (noticed) {
			return !noticed.isEmpty() && !(noticed.getLast() instanceof Lost);
		}
	}

	/** The last position that it was shown. */
	long position() {
		return position;
	}

	/** Its owner does not come back: it need not have seen everything. */
	void end() {
		ended = true;
	}

	boolean ended() {
		return ended;
	}

	List<Noticed> noticed() {
		synchronized (noticed) {
			return List.copyOf(noticed);
		}
	}

	List<Got> entries() {
		return noticed().stream().filter(Got.class::isInstance).map(Got.class::cast).filter(got -> got.id() != null)
				.toList();
	}
}
