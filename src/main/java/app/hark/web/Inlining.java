package app.hark.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Serves a script or a stylesheet together with what it imports, as one file without comments. Only a matter of weight: the
 * files are modules of their own, and work as they are.
 * <p>
 * Each module becomes a function of its own that answers with what it exports, so names stay apart. It understands the
 * imports and exports as we write them and no others; a test holds the scripts to that.
 */
final class Inlining implements ResourceTransformer {

	private static final Pattern COMMENT = Pattern.compile("^\\s*(//.*\\R|/\\*(?s:.*?)\\*/[ \\t]*(\\R|$))",
			Pattern.MULTILINE);
	private static final Pattern REMARK = Pattern.compile("(?<=[;{},]) +// .*$", Pattern.MULTILINE);
	private static final Pattern INDENT = Pattern.compile("^\\s+", Pattern.MULTILINE);
	/** No string in a script of ours goes over several lines. */
	private static final Pattern JS_LINE_END = Pattern.compile("(?<=[;{,])\\n");
	/** Without plus and minus, of which two would be another operator. */
	private static final Pattern JS_SIGN = Pattern.compile(" ?([=<>!&|?:*,;(){}]+) ?");
	/** A string, a template or a regular expression; the sign of a division has a blank behind it. */
	static final Pattern JS_QUOTED = Pattern
			.compile("'(?:[^'\\n\\\\]|\\\\.)*'|`[^`]*`|/(?![*/ ])(?:[^/\\n\\\\]|\\\\.)+/");
	/** No string in a stylesheet of ours has one of these in it. */
	private static final Pattern CSS_BLANK = Pattern.compile("(?<=[;:,{}])\\s+|\\s+(?=[{}])");
	private static final Pattern CSS_LAST = Pattern.compile(";(?=})");
	private static final Pattern CSS_IMPORT = Pattern.compile("^@import \"([a-z-]+\\.css)\";$", Pattern.MULTILINE);
	private static final Pattern JS_IMPORT = Pattern.compile("^import \\{([^}]*)} from '\\./([a-z]+)\\.js';$",
			Pattern.MULTILINE);
	private static final Pattern JS_EXPORT = Pattern.compile("^export (?=(?:async )?(?:function|const|class) (\\w+))",
			Pattern.MULTILINE);

	private final UnaryOperator<String> script;

	private Inlining(UnaryOperator<String> script) {
		this.script = script;
	}

	/** For files that are written as ours are. */
	static Inlining ofOurs() {
		return new Inlining(Inlining::tight);
	}

	/** For files of others, in which there may be anything. */
	static Inlining ofOthers() {
		return new Inlining(UnaryOperator.identity());
	}

	@Override
	public Resource transform(HttpServletRequest request, Resource file, ResourceTransformerChain chain)
			throws IOException {
		Resource found = chain.transform(request, file);
		String name = String.valueOf(found.getFilename());
		if (!name.endsWith(".js") && !name.endsWith(".css")) {
			return found;
		}
		String text = name.endsWith(".css")
				? CSS_LAST.matcher(CSS_BLANK.matcher(stylesheet(found)).replaceAll("")).replaceAll("")
				: script.apply(JS_LINE_END.matcher(script(found)).replaceAll(""));
		return new TransformedResource(found, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Without the blanks around signs, but for what is quoted. */
	private static String tight(String script) {
		var quoted = JS_QUOTED.matcher(script);
		var text = new StringBuilder();
		int from = 0;
		while (quoted.find()) {
			text.append(JS_SIGN.matcher(script.substring(from, quoted.start())).replaceAll("$1"))
					.append(quoted.group());
			from = quoted.end();
		}
		return text.append(JS_SIGN.matcher(script.substring(from)).replaceAll("$1")).toString();
	}

	private static String stylesheet(Resource file) throws IOException {
		var imports = CSS_IMPORT.matcher(read(file));
		var text = new StringBuilder();
		while (imports.find()) {
			imports.appendReplacement(text, "");
			text.append(stylesheet(file.createRelative(imports.group(1))));
		}
		return imports.appendTail(text).toString();
	}

	private static String script(Resource entry) throws IOException {
		var modules = new LinkedHashMap<String, String>();
		String main = imported(entry, modules);
		return String.join("", modules.values()) + main;
	}

	/** What a module does; what it imports is added to the modules first. */
	private static String module(Resource file, Map<String, String> modules) throws IOException {
		return JS_EXPORT.matcher(imported(file, modules)).replaceAll("");
	}

	private static String imported(Resource file, Map<String, String> modules) throws IOException {
		String text = read(file);
		var imports = JS_IMPORT.matcher(text);
		while (imports.find()) {
			String name = imports.group(2);
			if (!modules.containsKey(name)) {
				Resource imported = file.createRelative(name + ".js");
				String body = module(imported, modules);
				modules.put(name,
						"const $" + name + "=(()=>{" + body + "return{" + exports(read(imported)) + "}})();\n");
			}
		}
		return imports.reset().replaceAll(found -> "const {" + found.group(1).replace(" as ", ": ") + "}=\\$"
				+ found.group(2) + ";");
	}

	private static String exports(String module) {
		return String.join(",", JS_EXPORT.matcher(module).results().map(found -> found.group(1)).toList());
	}

	private static String read(Resource file) throws IOException {
		String text = file.getContentAsString(StandardCharsets.UTF_8);
		String code = REMARK.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll("");
		return INDENT.matcher(code).replaceAll("");
	}
}
