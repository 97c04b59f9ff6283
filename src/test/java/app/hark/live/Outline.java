package app.hark.live;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

import app.hark.drive.Html;

/** A page's names, list and chat, every element and text of them, written so that equal pages give equal lines. */
record Outline(String title, List<String> names, List<String> list, List<String> chat) {

	/** What libraries of the page may leave behind on elements, and says nothing to anybody. */
	private static final Set<String> TRACES = Set.of("class", "style");

	static Outline of(Html page) {
		return new Outline(page.first("//title").orElseThrow().getTextContent(),
				lines(page, "//h1 | //a[@href='/account']//*[contains(@class,'name')]"),
				lines(page, "//*[@id='conversation-items']/*"), lines(page, "//*[@role='log']//article"));
	}

	private static List<String> lines(Html page, String xpath) {
		return page.elements(xpath).stream().map(Outline::written).toList();
	}

	private static String written(Element element) {
		return "<" + element.getTagName() + attributes(element) + ">" + children(element).map(Outline::written)
				.collect(Collectors.joining()) + "</>";
	}

	private static String written(Node node) {
		return switch (node) {
			case Element element -> written(element);
			case Text text -> text.getData().replaceAll("\\s+", " ").equals(" ") ? "" : text.getData();
			default -> "";
		};
	}

	private static Stream<Node> children(Element element) {
		NodeList children = element.getChildNodes();
		return IntStream.range(0, children.getLength()).mapToObj(children::item);
	}

	private static String attributes(Element element) {
		NamedNodeMap all = element.getAttributes();
		TreeMap<String, String> kept = new TreeMap<>();
		for (int i = 0; i < all.getLength(); i++) {
			Attr attribute = (Attr) all.item(i);
			if (!TRACES.contains(attribute.getName())) {
				kept.put(attribute.getName(), attribute.getValue());
			}
		}
		return kept.isEmpty() ? "" : " " + kept;
	}
}
