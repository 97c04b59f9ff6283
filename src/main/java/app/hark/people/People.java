package app.hark.people;

import java.util.Locale;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody who has an account, as others see them. */
@Repository
public class People {

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The person of this name, written in any case. */
	public Optional<Person> named(String username) {
		return jdbc.sql("select id, username, display_name from person where username = ?")
				.param(username.toLowerCase(Locale.ROOT)).query(Person.class).optional();
	}

	/** @throws org.springframework.dao.EmptyResultDataAccessException if there is none */
	public Person get(long id) {
		return jdbc.sql("select id, username, display_name from person where id = ?").param(id).query(Person.class)
				.single();
	}
}
