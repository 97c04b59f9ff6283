package app.hark.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a check has found: for each figure what there was to complain of, in words. */
final class Findings {

	private static final int EXAMPLES = 5;

	private final Map<Figure, List<String>> found = new EnumMap<>(Figure.class);

	void add(Figure figure, String what, Object... values) {
		found.computeIfAbsent(figure, _ -> new ArrayList<>()).add(what.formatted(values));
	}

	int count(Figure figure) {
		return found.getOrDefault(figure, List.of()).size();
	}

	/** The figures that are not 0. */
	Set<Figure> figures() {
		Set<Figure> figures = EnumSet.noneOf(Figure.class);
		figures.addAll(found.keySet());
		return figures;
	}

	/** The figures that are not 0, each with its first examples. */
	@Override
	public String toString() {
		return found.entrySet().stream()
				.map(figure -> figure.getKey().words + ": " + figure.getValue().size() + figure.getValue().stream()
						.limit(EXAMPLES).map(example -> "\n    " + example).collect(Collectors.joining()))
				.collect(Collectors.joining("\n"));
	}
}
