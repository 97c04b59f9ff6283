package app.hark.delivery;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** The other nodes, through the notifications of the PostgreSQL that all of them share. */
final class Neighbours implements Nodes, SmartLifecycle {

	private final Telling telling;
	private final Listening listening;
	private final ObjectProvider<Listener> listeners;
	private volatile boolean running;

	Neighbours(Wire wire, SecureRandom random, Doorbell doorbell, Sweep sweep, ObjectProvider<Listener> listeners) {
		String node = HexFormat.of().toHexDigits(random.nextInt());
		this.listeners = listeners;
		this.telling = new Telling(wire, node);
		this.listening = new Listening(wire, node, () -> beginTo(sweep), note -> note.ids().forEach(doorbell::ring),
				this::pass);
	}

	/** What others told until now was not heard: it is looked for, or asked for. */
	private void beginTo(Sweep sweep) {
		sweep.sweep();
		tell(Topic.HELLO);
	}

	private void pass(String node, Topic topic, List<Long> ids) {
		listeners.orderedStream().forEach(listener -> listener.heard(node, topic, ids));
	}

	@Override
	public void tell(Topic topic, long... ids) {
		telling.tell(topic, ids);
	}

	@Override
	public void start() {
		running = true;
		telling.start();
		listening.start();
	}

	@Override
	public void stop() {
		running = false;
		listening.stop();
		telling.stop();
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Before the first request is served; and until the last has been: what that commits is told as well. */
	@Override
	public int getPhase() {
		return 0;
	}
}
