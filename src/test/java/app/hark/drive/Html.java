package app.hark.drive;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

import org.htmlunit.cyberneko.parsers.DOMParser;
import org.htmlunit.cyberneko.xerces.dom.DocumentImpl;
import org.htmlunit.cyberneko.xerces.xni.parser.XMLInputSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A page or a fragment, read as a person's tools read it: by landmarks, fields and ids. */
public final class Html {

	/** A message as shown: {@code seq} is its place in the conversation. */
	public record Message(long id, long seq, String author, String text) {
	}

	/** A line of the conversation list as shown. */
	public record Conversation(long id, String with, long unread, String text) {
	}

	/** A person among the results of a search. */
	public record Found(String href, String text) {
	}

	/** The JDK's own; looking for another takes longer than the search. Not safe to share: guarded by itself. */
	private static final XPathFactory XPATHS = XPathFactory.newDefaultInstance();

	private final Document document;

	private Html(Document document) {
		this.document = document;
	}

	public static Html of(String text) {
		try {
			DOMParser parser = new DOMParser(DocumentImpl.class);
			parser.setProperty("http://cyberneko.org/html/properties/names/elems", "lower");
			parser.parse(new XMLInputSource(null, null, null, new StringReader(text), "UTF-8"));
			return new Html(parser.getDocument());
		} catch (IOException | org.xml.sax.SAXException unreadable) {
			throw new AssertionError("Not HTML: " + text, unreadable);
		}
	}

	public List<Message> messages() {
		return all(document.getElementsByTagName("article"))
				.filter(article -> article.getAttribute("id").startsWith("message-"))
				.map(article -> new Message(number(article.getAttribute("id")),
						Long.parseLong(article.getAttribute("data-order")), article.getAttribute("data-author"),
						body(article).getTextContent()))
				.toList();
	}

	public List<Conversation> conversations() {
		return elements("//*[@id='conversation-items']/*[starts-with(@id,'conversation-')]").stream()
				.map(Html::conversation).toList();
	}

	/** The list items that a fragment brings, wherever they stand. */
	public List<Conversation> items() {
		return elements("//li[starts-with(@id,'conversation-')]").stream().map(Html::conversation)
				.toList();
	}

	public List<Found> people() {
		return elements("//ul[@aria-label='People']//a").stream()
				.filter(link -> link.getAttribute("href").startsWith("/conversations/with/"))
				.map(link -> new Found(link.getAttribute("href"), squeezed(link))).toList();
	}

	/** The reasons that the page gives in words, without the empty places where one could stand. */
	public List<String> alerts() {
		return elements("//*[@role='alert'][not(ancestor-or-self::*[@hidden])]").stream().map(Html::squeezed)
				.filter(text -> !text.isEmpty()).toList();
	}

	/** What stands in a field, be it a textarea or an input. */
	public String value(String field) {
		Element element = first("//*[@name='" + field + "']")
				.orElseThrow(() -> new AssertionError("No field " + field));
		return element.getTagName().equals("textarea") ? element.getTextContent().replaceFirst("^\\R", "")
				: element.getAttribute("value");
	}

	public Optional<String> attribute(String xpath, String attribute) {
		return first(xpath).map(element -> element.getAttribute(attribute));
	}

	public Optional<String> meta(String name) {
		return attribute("//meta[@name='" + name + "']", "content");
	}

	/** Where the page before this one is found, when there is one. */
	public Optional<String> older() {
		return attribute("//a[@rel='prev']", "href");
	}

	public boolean has(String xpath) {
		return first(xpath).isPresent();
	}

	public String text() {
		return squeezed(document.getDocumentElement());
	}

	public Optional<Element> first(String xpath) {
		return elements(xpath).stream().findFirst();
	}

	public List<Element> elements(String xpath) {
		try {
			return all((NodeList) paths().evaluate(xpath, document, XPathConstants.NODESET)).toList();
		} catch (XPathExpressionException wrong) {
			throw new IllegalArgumentException(xpath, wrong);
		}
	}

	/** Walks instead of asking for a path: each path that is evaluated reads the whole document anew. */
	private static Element body(Element article) {
		return all(article.getElementsByTagName("*")).filter(element -> element.getAttribute("class").equals("body"))
				.findFirst().orElseThrow(() -> new AssertionError("No body in " + article.getAttribute("id")));
	}

	private static Stream<Element> all(NodeList nodes) {
		return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
	}

	private static XPath paths() {
		synchronized (XPATHS) {
			return XPATHS.newXPath();
		}
	}

	private static Conversation conversation(Element item) {
		return new Conversation(number(item.getAttribute("id")), item.getAttribute("data-with"),
				Long.parseLong("0" + item.getAttribute("data-unread")), squeezed(item));
	}

	private static long number(String id) {
		return Long.parseLong(id.substring(id.indexOf('-') + 1));
	}

	private static String squeezed(Element element) {
		return element.getTextContent().replaceAll("\\s+", " ").strip();
	}
}
