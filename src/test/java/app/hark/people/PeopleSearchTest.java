package app.hark.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleSearchTest {

	private final SearchDatabase people = new SearchDatabase();

	@AfterEach
	void close() {
		people.close();
	}

	@Test
	void everyWordBeginsSomeWordOfTheNameOrTheUsernameInAnyOrder() {
		people.add("countess", "Ada King Lovelace");
		people.add("ada.b", "Ada Byron");
		people.add("lovelyn", "Lina Adamson");

		assertThat(people.find("love ad")).containsExactlyInAnyOrder("countess", "lovelyn");
		assertThat(people.find("king countess love")).containsExactly("countess");
		assertThat(people.find("ada ovelace")).isEmpty();
		assertThat(people.find("ada lovelace byron")).isEmpty();
	}

	@Test
	void bestMatchesComeFirst() {
		people.add("annabel", "Annabel Lee");
		people.add("zoe", "Ann Zimmer");
		people.add("lee.ann", "L. A.");
		people.add("ann", "Zora");
		people.add("anna", "Lee Zola");

		assertThat(people.find("ann")).containsExactly("ann", "zoe", "lee.ann", "anna", "annabel");
		assertThat(people.find("@Ann")).first().isEqualTo("ann");
		assertThat(people.find("ann lee")).containsExactly("lee.ann", "annabel", "anna");
		assertThat(people.find("lee.ann")).first().isEqualTo("lee.ann");
	}

	@ParameterizedTest
	@CsvSource({"Élodie Çelik, elodie CELIK", "Łukasz Đorđević, lukasz dordevic", "Søren Ægir Weiß, soren aegir weiss",
			"Þórður Guðmundsson, thordur gudmundsson", "Işıl İnönü, isil inonu", "Elodie, élodie",
			"Ёлка Йорданова, елка иорданова", "Μιχαήλ Παππάς, μιχαηλ παππασ", "مُحَمَّد أحمد, محمد احمد",
			"فاطمة على, فاطمه علي", "שָׁלוֹם, שלום", "ＡＤＡ, ada", "ﬁona, fiona", "Ⅷ, viii", "ｶﾀｶﾅ, かたかな",
			"D'Angelo O’Brien, dangelo o'brien",
			"Kaʻiulani, kaiulani", "Jean-Luc, luc jean", "Ngô Thị Ánh, ngo thi anh", "Ștefan Țîrlea, stefan tirlea"})
	void caseAccentsAndVariantsOfLettersMakeNoDifference(String name, String query) {
		people.add("someone", name);
		assertThat(people.find(query)).containsExactly("someone");
	}

	@Test
	void vowelSignsAndVoicingMarksDoMakeADifference() {
		people.add("kiran", "किरण");
		people.add("gaku", "がく");
		assertThat(people.find("किर")).containsExactly("kiran");
		assertThat(people.find("कुर")).isEmpty();
		assertThat(people.find("がく")).containsExactly("gaku");
		assertThat(people.find("かく")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({"山田太郎, 太郎", "山田太郎, 田太", "山田 太郎, 山田太郎", "山田 太郎, 太郎 山", "𠮷田ユキ, 田ゆ", "김민준, 민준",
			"김 민준, 김민준", "김민준, 기", "김민준, 미", "김민준, ㄱ", "สมชาย, ชาย", "欧阳娜娜, 娜", "ラーメン, めん"})
	void namesInScriptsWithoutSpacesAreFoundByAnyPart(String name, String query) {
		people.add("someone", name);
		assertThat(people.find(query)).containsExactly("someone");
	}

	@Test
	void aUsernameIsFoundByItsPartsAndInOnePiece() {
		people.add("daniel.todorov_99", "D");
		for (String query : List.of("daniel.todorov_99", "daniel.tod", "@todorov", "99", "danieltodo")) {
			assertThat(people.find(query)).as(query).containsExactly("daniel.todorov_99");
		}
		assertThat(people.find("aniel")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "%", "_", "*", "@", "...", "' or 1=1", "\\", "👍", "\u200b", "\ud800", "%da",
			"a%z"})
	void wildcardsAndPunctuationAreText(String query) {
		people.add("ada", "Ada");
		assertThat(people.find(query)).isEmpty();
		assertThat(people.find("ada")).containsExactly("ada");
	}

	@Test
	void oneselfIsNotOffered() {
		long ada = people.add("ada", "Ada Lovelace");
		people.add("ada2", "Ada Two");
		assertThat(people.search.find(ada, "ada", 0, 20).people()).extracting(Person::username).containsExactly("ada2");
		assertThat(people.search.find(ada, "ada lovelace", 0, 20).people()).isEmpty();
	}

	@Test
	void nobodyIsListedTwiceAndPagesFollowOnEachOther() {
		IntStream.range(0, 45).forEach(i -> people.add("anna" + i, "Anna Annabel Ann"));
		var first = people.search.find(0, "an", 0, 20);
		var second = people.search.find(0, "an", 20, 20);
		var third = people.search.find(0, "an", 40, 20);
		assertThat(first.people()).hasSize(20);
		assertThat(second.people()).hasSize(20).doesNotContainAnyElementsOf(first.people());
		assertThat(third.people()).hasSize(5).doesNotContainAnyElementsOf(second.people());
		assertThat(List.of(first.more(), second.more(), third.more())).containsExactly(true, true, false);
		assertThat(people.search.find(0, "an ann", 40, 20).people()).hasSize(5);
	}

	@Test
	void aPersonWithManyMatchingWordsTakesOnePlace() {
		people.add("abc", "Aa Ab Ac Ad Ae Af");
		people.add("axe", "Axel Axton");
		people.add("azu", "Azura");
		var page = people.search.find(0, "a", 0, 2);
		assertThat(page.people()).extracting(Person::username).containsExactly("abc", "axe");
		assertThat(page.more()).isTrue();
	}

	@Test
	void pagesThatCannotBeAreEmpty() {
		people.add("ada", "Ada");
		assertThat(people.search.find(0, "ada", -1, 20)).isEqualTo(PeopleSearch.Page.EMPTY);
		assertThat(people.search.find(0, "ada", Integer.MAX_VALUE, 20)).isEqualTo(PeopleSearch.Page.EMPTY);
		assertThat(people.search.find(0, "ada", 20, 20)).isEqualTo(PeopleSearch.Page.EMPTY);
	}

	@Test
	void hugeQueriesAreCut() {
		people.add("ada", "Ada " + "x".repeat(60));
		assertThat(people.find("ada " + "b".repeat(1_000_000))).isEmpty();
		assertThat(people.find("ada ".repeat(250_000))).containsExactly("ada");
		assertThat(Words.ofQuery("a b c d e f g h i j")).hasSize(8);
		assertThat(Words.ofQuery("y".repeat(200))).containsExactly("y".repeat(64));
	}

	@Test
	void aNewNameReplacesTheOldOne() {
		long id = people.add("ada", "Ada Byron");
		people.search.index(id, "ada", "Ada Lovelace");
		assertThat(people.find("byron")).isEmpty();
		assertThat(people.find("lovelace")).containsExactly("ada");
	}

	@Test
	void theLongestNameInAnyScriptFitsIntoTheTable() {
		people.add("a".repeat(32), "𠮷".repeat(64));
		people.add("b".repeat(32), "뷁".repeat(64));
		people.add("c".repeat(32), "ﷺ".repeat(64));
		assertThat(people.find("뷁뷁뷁")).containsExactly("b".repeat(32));
	}
}
