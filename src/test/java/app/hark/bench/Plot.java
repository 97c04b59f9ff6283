package app.hark.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Curves over a logarithmic axis, as SVG that reads well on light and on dark pages. */
final class Plot {

	private static final int WIDTH = 300;

	private static final int HEIGHT = 200;

	private static final int MARGIN = 46;

	private static final List<String> COLOURS = List.of("#2a78b5", "#c4622d", "#4f8f4a", "#8a5fb0");

	private final List<String> panels = new ArrayList<>();

	/**
	 * Adds a panel beside the others.
	 *
	 * @param what grows
	 * @param unit of the values
	 * @param curves the values at these sizes, by name
	 */
	void add(String what, String unit, int[] sizes, Map<String, double[]> curves) {
		double most = curves.values().stream().flatMapToDouble(Arrays::stream).max().orElseThrow();
		double top = step(most) * Math.ceil(most / step(most));
		StringBuilder svg = new StringBuilder();
		svg.append(format("<g transform='translate(%d 30)'>%n<text x='0' y='-12'>%s, by %s</text>%n",
				MARGIN + panels.size() * (WIDTH + 2 * MARGIN), unit, what));
		for (double value = 0; value <= top; value += step(most)) {
			double y = HEIGHT - value / top * HEIGHT;
			svg.append(format(
					"<path d='M0 %.1fH%d' stroke='#8884'/><text x='-6' y='%.1f' text-anchor='end'>%,.0f</text>%n",
					y, WIDTH, y + 4, value));
		}
		for (int size : sizes) {
			svg.append(format("<text x='%.1f' y='%d' text-anchor='middle'>%,d</text>%n", x(size, sizes), HEIGHT + 18,
					size));
		}
		int colour = 0;
		for (var curve : curves.entrySet()) {
			StringBuilder path = new StringBuilder();
			for (int i = 0; i < sizes.length; i++) {
				path.append(format("%s%.1f %.1f", i == 0 ? "M" : "L", x(sizes[i], sizes),
						HEIGHT - curve.getValue()[i] / top * HEIGHT));
			}
			svg.append(format("<path d='%s' stroke='%s' fill='none' stroke-width='2'/>", path, COLOURS.get(colour)));
			svg.append(format("<text x='0' y='%d' style='fill:%s'>%s</text>%n", HEIGHT + 40 + 16 * colour,
					COLOURS.get(colour), curve.getKey()));
			colour++;
		}
		panels.add(svg.append("</g>\n").toString());
	}

	private static double x(int size, int[] sizes) {
		return WIDTH * Math.log((double) size / sizes[0]) / Math.log((double) sizes[sizes.length - 1] / sizes[0]);
	}

	/** A round number of which there are between two and five up to the most. */
	private static double step(double most) {
		double power = Math.pow(10, Math.floor(Math.log10(most)));
		return most / power < 2 ? power / 2 : most / power < 5 ? power : 2 * power;
	}

	String svg() {
		return format(
				"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>%n"
						+ "<style>text{fill:#444}@media(prefers-color-scheme:dark){text{fill:#ccc}}</style>%n%s</svg>%n",
				panels.size() * (WIDTH + 2 * MARGIN), HEIGHT + 124, String.join("", panels));
	}

	private static String format(String format, Object... values) {
		return String.format(Locale.ENGLISH, format, values);
	}
}
