package app.hark.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import app.hark.delivery.Delivery;

/** What a person shows others of what they do. */
@Service
class Privacy {

	private final JdbcClient jdbc;
	private final Delivery delivery;
	private final Disclosed disclosed;

	Privacy(JdbcClient jdbc, Delivery delivery, Disclosed disclosed) {
		this.jdbc = jdbc;
		this.delivery = delivery;
		this.disclosed = disclosed;
	}

	/** @param tellsSeen whether others learn what this person has seen, and this person what they have */
	record Choice(boolean tellsSeen) {
	}

	Choice of(long person) {
		return jdbc.sql("select tells_seen from person where id = ?").param(person).query(Choice.class).single();
	}

	/** The same choice again changes nothing. */
	void choose(long person, Choice choice) {
		delivery.commit(log -> {
			boolean changed = jdbc.sql("update person set tells_seen = :to where id = :id and tells_seen <> :to")
					.param("to", choice.tellsSeen()).param("id", person).update() == 1;
			if (changed) {
				disclosed.tellSeen(person, log);
			}
			return changed;
		});
	}
}
