package app.hark.web;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import app.hark.conversations.Seen;
import app.hark.delivery.Whisper;
import app.hark.messages.ConversationItem;
import app.hark.messages.Face;
import app.hark.messages.MessageView;
import app.hark.messages.Quote;
import app.hark.messages.Reaction;
import app.hark.people.Person;

/**
 * Renders once, before the port is open, what every stream renders.
 * <p>
 * After a restart everybody's stream comes back at the same moment. If each of them had to read templates and load classes from
 * the packed program, they would wait for each other: a virtual thread that loads a class keeps its carrier while it waits for
 * the program file, and the one that has the file may be waiting for a carrier. Hark has stood still that way.
 */
@Component
class Rehearsal implements SmartLifecycle {

	private static final Person SOMEBODY = new Person(0, "hark", "Hark");
	private static final ZonedDateTime THEN = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

	private final Pieces pieces;
	private final Moment moment;
	private volatile boolean done;

	Rehearsal(Pieces pieces, Moment moment) {
		this.pieces = pieces;
		this.moment = moment;
	}

	/** Everything that a fragment can have is in it, so that nothing of it is new to the first stream. */
	@Override
	public void start() {
		var face = new Face(SOMEBODY.displayName(), SOMEBODY.avatar(), SOMEBODY.username(), SOMEBODY.username());
		var preview = new ConversationItem.Preview("…", true, null, false, null, null);
		pieces.item(new ConversationItem(0, face, preview, THEN, 0, 1));
		pieces.message(
				new MessageView(0, 0, 1, SOMEBODY, "https://hark.example", THEN, false, true, true, false,
						new Quote(0, SOMEBODY, "…", false), null, List.of(new Reaction("👍", List.of(SOMEBODY)))));
		pieces.mark(new Seen.Mark(0, 1, SOMEBODY.username(), 1, 1, 1));
		pieces.name(SOMEBODY);
		for (Whisper what : Whisper.values()) {
			moment.silence(what);
		}
		done = true;
	}

	@Override
	public void stop() {
		done = false;
	}

	@Override
	public boolean isRunning() {
		return done;
	}

	/** Before the web server, whose phase is close to the highest. */
	@Override
	public int getPhase() {
		return 0;
	}
}
