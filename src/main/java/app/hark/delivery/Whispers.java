package app.hark.delivery;

import java.util.Collection;

import org.springframework.stereotype.Service;

/** Has open streams look again at what is only true for the moment. May be lost, like every ring. */
@Service
public class Whispers {

	private final Doorbell doorbell;

	Whispers(Doorbell doorbell) {
		this.doorbell = doorbell;
	}

	/** Something of this kind may be another now for these people. Answers how many streams look at it. */
	public int tell(Whisper what, Collection<Long> owners) {
		return owners.stream().mapToInt(owner -> doorbell.whisper(owner, what)).sum();
	}
}
