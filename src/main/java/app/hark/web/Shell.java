package app.hark.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.springframework.util.function.SingletonSupplier;

import app.hark.conversations.Typing;
import app.hark.messages.ConversationItem;
import app.hark.people.Person;

/**
 * What is around a page and belongs to its viewer.
 *
 * @param cursor where the viewer's inbox ended before anything on the page was read
 * @param heartbeat milliseconds after which a silent stream gets a ping
 * @param here the usernames of those who are here
 * @param typing where others are writing
 */
public record Shell(Person viewer, String cursor, long heartbeat, Supplier<List<ConversationItem>> list,
		Set<String> here,
		List<Typing.Line> typing) {

	/** The list is read when it is shown, after the page has marked as read what it shows. */
	static Shell of(Person viewer, String cursor, long heartbeat, Supplier<List<ConversationItem>> list,
			Set<String> here, List<Typing.Line> typing) {
		return new Shell(viewer, cursor, heartbeat, SingletonSupplier.of(list), here, typing);
	}

	public List<ConversationItem> getItems() {
		return list.get();
	}

	public long getUnread() {
		return getItems().stream().mapToLong(ConversationItem::unread).sum();
	}

	/** All that it shows, so that it can be compared. */
	Object shown() {
		return List.of(viewer, cursor, heartbeat, here, typing, getItems());
	}

	/**
	 * The one style rule that tells the viewer's own messages and reactions from the others'; fragments know no viewer. The name is
	 * written as a CSS identifier, since quotes would be escaped on their way into the page.
	 */
	public String getMine() {
		String name = viewer.username().replace(".", "\\.");
		char first = name.charAt(0);
		String mine = Character.isDigit(first) ? "\\3" + first + " " + name.substring(1) : name;
		return "[data-author=" + mine + "],.chip:has([data-person=" + mine + "]){--mine: ;}";
	}

	/** What allows this rule, and no other inline style, in a content security policy. */
	String mineHash() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(getMine().getBytes(StandardCharsets.UTF_8));
			return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
