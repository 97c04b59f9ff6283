package app.hark.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.hark.drive.HarkTest;

/** The indexes of what every message writes to. H2 adds some of its own accord, which each message would pay for. */
@HarkTest
@Tag("h2")
class IndexesTest {

	@Autowired JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = {"conversation", "participant", "message", "inbox", "entry"})
	void noIndexIsTheBeginningOfAnother(String table) {
		List<String> indexes = jdbc.sql("""
				select listagg(column_name || ' ') within group (order by ordinal_position)
				from information_schema.index_columns where lower(table_name) = ? group by index_name""").param(table)
				.query(String.class).list();

		assertThat(indexes).isNotEmpty().allSatisfy(index -> assertThat(indexes)
				.filteredOn(other -> other.startsWith(index)).as("begin with " + index).hasSize(1));
	}
}
