package app.hark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

	@Test
	void whatWasWrittenIsReadAgain() {
		var cursor = new Cursor(41, "k3v9qx2a");

		assertThat(Cursor.parse(cursor.toString())).contains(cursor);
	}

	@ParameterizedTest
	@ValueSource(
			strings = {"", " ", "1", ".", "1.", ".a", "01.a", "-1.a", "+1.a", "1.a.b", "1.ä", "1.a\n", "1,a", "x.y",
					"99999999999999999999.a", "1.aaaaaaaaaaaaaaaaa", "１.a", "1.a;drop table entry"})
	void whatNoServerWroteIsNoCursor(String text) {
		assertThat(Cursor.parse(text)).isEmpty();
	}
}
