package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarTest {

	@ParameterizedTest
	@CsvSource({"Ada Lovelace, AL", "ada, A", "Augusta Ada King Lovelace, AL", "élodie o'brien, ÉO", "e\u0301lodie, É",
			"Даниел Тодоров, ДТ", "Μιχαήλ Κοντός, ΜΚ", "山田 太郎, 山", "김민준, 김", "محمد علي, م", "שרה כהן, ש",
			"สมชาย ใจดี, ส", "ნინო ბერიძე, ნბ", "Ada 山田, A", "R2 D2, RD", "(Ada) [Lovelace], AL", "Ada (山), A",
			"🦊 Fox Smith, FS", "👩‍👩‍👧 🦊, 👩‍👩‍👧", "🇳🇿, 🇳🇿", "ǆ, ǅ", "ßa, ß", "Ada\u3000Lovelace, AL",
			"𝒜da, 𝒜"})
	void initialsAreTheFirstCharactersOfTheFirstAndTheLastWord(String name, String initials) {
		assertThat(Avatar.of(name, "x.y").initials()).isEqualTo(initials);
	}

	@Test
	void aNameWithoutLettersAndEmojiFallsBackToTheUsername() {
		assertThat(Avatar.of("—", "daniel.todorov").initials()).isEqualTo("DT");
		assertThat(Avatar.of("\u200b", "7-of-9").initials()).isEqualTo("79");
	}

	@Test
	void marksPiledOnALetterAreCut() {
		assertThat(Avatar.of("Z" + "\u0337".repeat(60), "zalgo").initials()).hasSize(4);
	}

	@Test
	void theToneIsTheUsernamesAndStaysTheSameForEver() {
		assertThat(Avatar.of("Ada", "ada").tone()).isEqualTo(Avatar.of("Ada Lovelace", "ADA").tone());
		assertThat(Avatar.of("", "ada").tone()).isEqualTo(5);
		assertThat(Avatar.of("", "daniel.todorov").tone()).isEqualTo(5);
	}

	@Test
	void tonesAreSpreadEvenly() {
		long[] people = new long[12];
		IntStream.range(0, 12_000).forEach(i -> people[Avatar.of("", "person" + i).tone()]++);
		assertThat(LongStream.of(people).boxed()).allMatch(count -> count > 800 && count < 1_200);
	}
}
