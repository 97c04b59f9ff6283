package app.hark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

/** What a Hark has stored of what was sent, read when it has ended. */
final class Stored {

	private Stored() {
	}

	/**
	 * Insists that everything that was acknowledged is there, once, with an entry for each of the two.
	 *
	 * @param before messages with ids up to this one were there before
	 */
	static void check(DataSource source, long before, Sends sends) {
		JdbcTemplate database = new JdbcTemplate(source);
		Map<Long, Integer> entries = new HashMap<>();
		database.query("select subject_id from entry where kind = 'message'", row -> {
			entries.merge(row.getLong(1), 1, Integer::sum);
		});
		Set<Integer> stored = new HashSet<>();
		database.query("select id, body from message where id > ?", row -> {
			Matcher number = Sends.NUMBER.matcher(row.getString(2));
			assertThat(number.find()).isTrue();
			assertThat(stored.add(Integer.parseInt(number.group(1)))).as("stored once").isTrue();
			assertThat(entries.get(row.getLong(1))).as("entries").isEqualTo(2);
		}, before);
		for (int number = 0; number < sends.count(); number++) {
			assertThat(stored.contains(number) || !sends.isAcknowledged(number)).as("stored: %d", number).isTrue();
		}
	}
}
