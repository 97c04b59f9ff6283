package app.hark.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import app.hark.delivery.Delivery;
import app.hark.delivery.Presence;

/** What a person shows others of what they do. */
@Service
class Privacy {

	private final JdbcClient jdbc;
	private final Delivery delivery;
	private final Disclosed disclosed;
	private final Presence presence;

	Privacy(JdbcClient jdbc, Delivery delivery, Disclosed disclosed, Presence presence) {
		this.jdbc = jdbc;
		this.delivery = delivery;
		this.disclosed = disclosed;
		this.presence = presence;
	}

	/**
	 * What a person has chosen.
	 *
	 * @param tellsSeen whether others learn what this person has seen, and this person what they have
	 * @param invisible whether others do not learn that this person is here or writing
	 */
	public record Choice(boolean tellsSeen, boolean invisible) {
	}

	Choice of(long person) {
		return jdbc.sql("select tells_seen, invisible from person where id = ?").param(person).query(Choice.class)
				.single();
	}

	/** The same choice again changes nothing. */
	void choose(long person, Choice choice) {
		delivery.commit(log -> {
			boolean changed = jdbc.sql("update person set tells_seen = :to where id = :id and tells_seen <> :to")
					.param("to", choice.tellsSeen()).param("id", person).update() == 1;
			if (changed) {
				disclosed.tellSeen(person, log);
			}
			jdbc.sql("update person set invisible = :to where id = :id and invisible <> :to")
					.param("to", choice.invisible()).param("id", person).update();
			return changed;
		});
		presence.changed(person);
	}
}
