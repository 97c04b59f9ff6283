package app.hark.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

import app.hark.drive.Here;

/** One table of what was measured: median, minimum and maximum of all rounds. */
final class Figures {

	private final List<String> rows = new ArrayList<>();

	/** @param digits behind the point */
	void add(String what, String unit, int digits, double[] rounds, String remark) {
		double[] sorted = DoubleStream.of(rounds).sorted().toArray();
		String number = "%,." + digits + "f";
		rows.add(String.format(Locale.ENGLISH,
				"| %s | " + number + " | " + number + " | " + number + " | %s | %s |", what, sorted[sorted.length / 2],
				sorted[0], sorted[sorted.length - 1], unit, remark));
		System.out.println(rows.getLast());
	}

	/** For what could not be measured. */
	void add(String what, String why) {
		rows.add("| %s | – | – | – | | %s |".formatted(what, why));
		System.out.println(rows.getLast());
	}

	void print(String about) {
		System.out.println(
				"\n" + Here.andNow() + "; " + about
						+ "\n\n| | median | minimum | maximum | | |\n| --- | ---: | ---: | ---: | --- | --- |");
		rows.forEach(System.out::println);
	}
}
