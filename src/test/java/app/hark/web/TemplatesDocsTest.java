package app.hark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** The description of the templates stays true. */
class TemplatesDocsTest {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");
	private static final Path DOCS = Path.of("templates-docs");
	private static final List<String> FIELDS = List.of("Shows", "Model", "Used by", "DOM ids", "Stream events",
			"Viewer-neutral");
	private static final Pattern SECTION = Pattern.compile("^## (\\S+\\.html)$", Pattern.MULTILINE);

	@Test
	void everyTemplateHasItsSectionAndEverySectionItsTemplate() throws IOException {
		assertThat(documented()).isEqualTo(templates()).isNotEmpty();
	}

	@Test
	void everySectionHasAllFields() throws IOException {
		for (String section : docs().split("(?m)^## (?=\\S+\\.html$)")) {
			if (section.startsWith("#")) {
				continue;
			}
			assertThat(FIELDS).as(section.lines().findFirst().orElseThrow())
					.allSatisfy(field -> assertThat(section).contains("- **" + field + "**: "));
		}
	}

	@Test
	void everyIdInATemplateIsNamedInItsSection() throws IOException {
		var fixedId = Pattern.compile("\\bid=\"([a-z-]+)\"");
		for (String template : templates()) {
			var ids = fixedId.matcher(Files.readString(TEMPLATES.resolve(template))).results()
					.map(found -> found.group(1)).collect(Collectors.toSet());
			assertThat(ids).as(template).allSatisfy(id -> assertThat(section(template)).contains("`" + id + "`"));
		}
	}

	@Test
	void everyPictureIsThere() throws IOException {
		var pictures = Pattern.compile("]\\((pictures/[^)]+)\\)").matcher(docs()).results()
				.map(found -> found.group(1)).toList();
		assertThat(pictures).isNotEmpty().allSatisfy(picture -> assertThat(DOCS.resolve(picture)).exists());
	}

	@Test
	void whatStreamsShareKnowsNoViewerAndNoRequest() throws IOException {
		for (String shared : List.of("messages/item.html", "messages/message.html", "messages/mark.html",
				"messages/unread.html", "messages/quote.html",
				"messages/reactions.html",
				"people/name.html",
				"people/avatar.html")) {
			assertThat(Files.readString(TEMPLATES.resolve(shared))).as(shared).doesNotContain("@{", "shell", "_csrf",
					"#request", "#session", "th:utext");
		}
	}

	/** A page is kept for as long as its model is equal. */
	@Test
	void noTemplateShowsWhatIsNotInItsModelButItsTokens() throws IOException {
		for (String template : templates()) {
			assertThat(Files.readString(TEMPLATES.resolve(template))).as(template).doesNotContainPattern(
					"#(request|session|response|servletContext|ctx|httpServlet\\w+|authentication|execInfo|dates|calendars)\\b")
					.doesNotContainPattern("#temporals\\.create")
					.doesNotContainPattern("\\$\\{(param|session|application)\\.")
					.doesNotContain("${@", "sec:");
		}
	}

	@Test
	void noTemplateTrustsTextOrNeedsEval() throws IOException {
		for (String template : templates()) {
			assertThat(Files.readString(TEMPLATES.resolve(template))).as(template)
					.doesNotContain("hx-on", "js:", " style=", "javascript:")
					.as("markup that is not our own").doesNotContainPattern("th:utext=\"(?!\\$\\{pieces\\.)")
					.as(template).doesNotContainPattern("hx-trigger=\"[^\"]*\\[")
					.doesNotContainPattern("<script(?![^>]* th:src=)");
		}
	}

	private static Set<String> templates() throws IOException {
		try (var files = Files.walk(TEMPLATES)) {
			return files.filter(file -> file.toString().endsWith(".html"))
					.map(file -> TEMPLATES.relativize(file).toString().replace('\\', '/'))
					.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static Set<String> documented() throws IOException {
		return SECTION.matcher(docs()).results().map(found -> found.group(1))
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String section(String template) throws IOException {
		return docs().split("(?m)^## " + Pattern.quote(template) + "$")[1].split("(?m)^## \\S+\\.html$")[0];
	}

	private static String docs() throws IOException {
		return Files.readString(DOCS.resolve("README.md"));
	}
}
