package app.hark.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;

/** A page as it was rendered, cut where its tokens stand, and all that it shows but those. */
final class KeptPage {

	private final Map<String, Object> shown;
	private final List<byte[]> pieces = new ArrayList<>();

	/** Which token stands behind each piece but the last. */
	private final List<Integer> between = new ArrayList<>();

	KeptPage(Map<String, Object> shown, String html, Tokens tokens) {
		this.shown = shown;
		var found = Pattern.compile(tokens.texts().stream().map(Pattern::quote).collect(joining("|"))).matcher(html);
		int from = 0;
		while (found.find()) {
			pieces.add(html.substring(from, found.start()).getBytes(UTF_8));
			between.add(tokens.texts().indexOf(found.group()));
			from = found.end();
		}
		pieces.add(html.substring(from).getBytes(UTF_8));
	}

	boolean shows(Map<String, Object> other) {
		return shown.equals(other);
	}

	/** In bytes, without its tokens. */
	int length() {
		return pieces.stream().mapToInt(piece -> piece.length).sum();
	}

	/** With other tokens, as many as it was rendered with. */
	void write(Tokens tokens, HttpServletResponse response) throws IOException {
		var texts = tokens.texts().stream().map(text -> text.getBytes(UTF_8)).toList();
		response.setContentLength(length() + between.stream().mapToInt(token -> texts.get(token).length).sum());
		var out = response.getOutputStream();
		for (int i = 0; i < between.size(); i++) {
			out.write(pieces.get(i));
			out.write(texts.get(between.get(i)));
		}
		out.write(pieces.getLast());
	}
}
