package app.hark.audit;

import java.util.ArrayList;
import java.util.List;

import app.hark.delivery.DeliveryMutations;
import app.hark.drive.HarkServer;
import app.hark.drive.Prepared;

/** Hark with one thing wrong, or in a world with one thing wrong. It runs from classes of the tests besides those of the product. */
enum Mutation implements Drill.Product {

	NO_BARRIER("the durability barrier off", DeliveryMutations.NoBarrier.class),

	POSITIONS_FROM_A_SEQUENCE("positions from an identity column, and nobody taking turns",
			DeliveryMutations.PositionsFromASequence.class),

	INBOXES_IN_NO_ORDER("inboxes locked in no order, and nobody taking turns",
			DeliveryMutations.InboxesInNoOrder.class),

	NO_DEDUPLICATION("de-duplication off", FilterMutations.FreshTokens.class),

	LAST_EVENT_ID_IGNORED("`Last-Event-ID` ignored", FilterMutations.LastEventIdIgnored.class),

	NO_RINGS("all rings dropped", DeliveryMutations.NoRings.class),

	NO_NOTES("nodes that tell each other nothing", DeliveryMutations.NoNotes.class),

	CLOCK_FROM_A_FILE("a clock that is set back and forward", WrongClock.class);

	final String words;

	final Class<?> configuration;

	Mutation(String words, Class<?> configuration) {
		this.words = words;
		this.configuration = configuration;
	}

	@Override
	public HarkServer start(String... properties) {
		List<String> program = new ArrayList<>(HarkServer.brief(Prepared.program(Mutant.class)));
		program.add(name());
		return HarkServer.startProgram(program, properties);
	}
}
