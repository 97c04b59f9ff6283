package app.hark.delivery;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;

/** Has open streams look again at what is only true for the moment. May be lost, like every ring. */
@Service
public class Whispers implements Nodes.Listener {

	private final Doorbell doorbell;
	private final Nodes nodes;

	Whispers(Doorbell doorbell, Nodes nodes) {
		this.doorbell = doorbell;
		this.nodes = nodes;
	}

	/** Who is here may be another now for these people, on whatever node their streams are. */
	public void tellWhoIsHere(Collection<Long> owners) {
		tellHere(Whisper.PRESENCE, owners);
		owners.forEach(owner -> nodes.tell(Topic.LOOK, owner));
	}

	/** Something of this kind may be another now for these people. Answers how many streams on this node look at it. */
	public int tellHere(Whisper what, Collection<Long> owners) {
		return owners.stream().mapToInt(owner -> doorbell.whisper(owner, what)).sum();
	}

	@Override
	public void heard(String node, Topic topic, List<Long> ids) {
		if (topic == Topic.LOOK) {
			tellHere(Whisper.PRESENCE, ids);
		}
	}
}
