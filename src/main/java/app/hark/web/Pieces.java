package app.hark.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.hark.conversations.Seen;
import app.hark.messages.Chat;
import app.hark.messages.ConversationItem;
import app.hark.messages.MessageView;
import app.hark.people.Person;

/** What streams carry and what pages are put together from: the same markup, made once. */
@Component
public class Pieces {

	private final Fragments fragments;

	Pieces(Fragments fragments) {
		this.fragments = fragments;
	}

	/** A message, which looks the same to everybody. */
	public String message(MessageView message) {
		return fragments.render("messages/message", Map.of("message", message));
	}

	/** Messages of a chat in their order, with what belongs above and below each. */
	public String log(Chat chat, List<MessageView> messages) {
		return messages.stream().map(message -> above(chat, message) + message(message) + below(chat, message))
				.collect(Collectors.joining("\n"));
	}

	/** The line up to which the viewer has read, if this is the first message behind it. */
	public String above(Chat chat, MessageView message) {
		return Objects.equals(chat.firstUnreadSeq(), message.seq()) ? fragments.render("messages/unread", Map.of())
				: "";
	}

	/** The mark of the viewer's newest message, if it is this one. */
	public String below(Chat chat, MessageView message) {
		var mark = chat.mark();
		return mark != null && mark.seq() == message.seq() ? mark(mark) : "";
	}

	/** One line of a list, of which no page is known. */
	public String item(ConversationItem item) {
		return fragments.render("messages/item", Map.of("item", item));
	}

	/**
	 * The lines of a list.
	 *
	 * @param open the conversation that is open beside it
	 * @param here the usernames of those who are here
	 */
	public String list(List<ConversationItem> items, @Nullable Long open, Set<String> here) {
		return items.stream().map(item -> line(item, open, here)).collect(Collectors.joining("\n"));
	}

	/** Only what this line shows of it makes it another piece. */
	private String line(ConversationItem item, @Nullable Long open, Set<String> here) {
		var model = new HashMap<String, Object>(Map.of("item", item));
		if (open != null && open == item.id()) {
			model.put("open", open);
		}
		if (here.contains(item.with().key())) {
			model.put("here", Set.of(item.with().key()));
		}
		return fragments.render("messages/item", model);
	}

	/** How far the newest message of somebody has come. */
	public String mark(Seen.Mark mark) {
		return fragments.render("messages/mark", Map.of("mark", mark));
	}

	/** What somebody is called now. */
	String name(Person person) {
		return fragments.render("people/name", Map.of("person", person));
	}
}
