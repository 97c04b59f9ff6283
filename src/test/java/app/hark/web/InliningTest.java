package app.hark.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.ResourceTransformerChain;

/** The scripts and stylesheets keep to what {@link Inlining} understands. */
class InliningTest {

	private static final Path STATIC = Path.of("src/main/resources/static");

	private static final List<String> LOADED_LATER = List.of("tools", "keys", "older", "here", "typing", "group");

	@Test
	void everyImportAndExportIsWrittenInTheFormThatIsUnderstood() throws IOException {
		var understood = Pattern.compile("import \\{[^}]*} from '\\./[a-z]+\\.js';"
				+ "|export (async )?(function|const|class) \\w+.*");
		for (Path script : scripts()) {
			assertThat(Files.readAllLines(script)).as(script.toString())
					.filteredOn(line -> line.matches("\\s*(import|export)\\b(?! ?\\().*"))
					.allSatisfy(line -> assertThat(line).matches(understood));
		}
	}

	@Test
	void whatIsServedHasEveryModuleOnceAndNoImportLeft() throws IOException {
		String served = served("js/hark.js");

		assertThat(served).doesNotContainPattern("(?m)^(import|export)\\b(?!\\()")
				.doesNotContainPattern("(?m)^\\s*(//|/\\*)");
		assertThat(LOADED_LATER).allSatisfy(name -> assertThat(served("js/" + name + ".js")).as(name)
				.doesNotContainPattern("(?m)^import\\b(?!\\()"));
		assertThat(served("js/tools.js")).as("what is asked for by name keeps it").contains("export ");
		for (Path script : scripts()) {
			String name = script.getFileName().toString().replace(".js", "");
			if (!LOADED_LATER.contains(name) && !name.equals("hark")) {
				assertThat(served.split(Pattern.quote("const $" + name + "=("), -1)).as(name).hasSize(2);
			}
		}
	}

	/** Else a blank of theirs could go with those between lines or around signs. */
	@Test
	void noStringOfAScriptGoesOverSeveralLinesOrIsQuotedInAnotherWayAndNoRemarkIsLeft() throws IOException {
		for (Path script : scripts()) {
			assertThat(Files.readAllLines(script)).as(script.toString())
					.allSatisfy(line -> assertThat(line).doesNotContainPattern("`[^`]*\\$\\{[^}`]*`"));
			assertThat(Inlining.JS_QUOTED.matcher(served("js/" + script.getFileName())).replaceAll(""))
					.as(script.toString()).doesNotContain("\"", "'", "`");
			assertThat(Files.readAllLines(script)).as(script.toString())
					.allSatisfy(line -> assertThat(line.chars().filter(c -> c == '`').count() % 2).as(line).isZero());
			assertThat(served("js/" + script.getFileName())).as(script.toString()).doesNotContainPattern("(?<!:)//");
		}
	}

	@Test
	void theStylesheetHasAllFilesInItsOrder() throws IOException {
		String served = served("css/hark.css");

		assertThat(served).doesNotContain("@import", "/*");
		assertThat(served.indexOf("color-scheme")).isNotNegative();
	}

	private static String served(String file) throws IOException {
		ResourceTransformerChain last = new ResourceTransformerChain() {

			@Override
			public org.springframework.web.servlet.resource.ResourceResolverChain getResolverChain() {
				throw new UnsupportedOperationException();
			}

			@Override
			public Resource transform(jakarta.servlet.http.HttpServletRequest request, Resource resource) {
				return resource;
			}
		};
		return Inlining.ofOurs()
				.transform(new MockHttpServletRequest(), new FileSystemResource(STATIC.resolve(file)), last)
				.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
	}

	private static List<Path> scripts() throws IOException {
		try (var files = Files.list(STATIC.resolve("js"))) {
			var found = files.filter(file -> file.toString().endsWith(".js")).sorted().toList();
			assertThat(found).isNotEmpty();
			return found;
		}
	}
}
