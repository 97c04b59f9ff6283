package app.hark.people;

import java.sql.ResultSet;
import java.sql.SQLException;
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

	/** The form in which a username is stored and looked up: people type it in any case, with something around it. */
	public static String canonical(String typed) {
		return typed.trim().strip().toLowerCase(Locale.ROOT);
	}

	/** The person of this name, written in any case. */
	public Optional<Person> named(String username) {
		return jdbc.sql("select id, username, display_name from person where username = ?").param(canonical(username))
				.query(People::person).optional();
	}

	/** Whether this person looks after the installation. Asked anew each time, since a session may outlive the office. */
	public boolean isAdministrator(long id) {
		return jdbc.sql("select administrator from person where id = ?").param(id).query(Boolean.class).optional()
				.orElse(false);
	}

	/** @throws org.springframework.dao.EmptyResultDataAccessException if there is none */
	public Person get(long id) {
		return jdbc.sql("select id, username, display_name from person where id = ?").param(id).query(People::person)
				.single();
	}

	private static Person person(ResultSet row, int number) throws SQLException {
		return new Person(row.getLong(1), row.getString(2), row.getString(3));
	}
}
