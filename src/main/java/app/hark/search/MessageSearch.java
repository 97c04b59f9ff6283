package app.hark.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import app.hark.conversations.Conversation;
import app.hark.conversations.Conversations;
import app.hark.people.People;
import app.hark.people.Person;

/** Answers questions about messages: the index proposes, the database decides. */
@Service
class MessageSearch {

	/** Results on one page. */
	static final int PAGE = 20;

	/** After so many that the index proposed and the database did not confirm, the rest is left to the next page. */
	private static final int MOST_PROPOSED = 500;

	private final Keeping keeping;
	private final Sight sight;
	private final People people;
	private final Conversations conversations;

	MessageSearch(Keeping keeping, Sight sight, People people, Conversations conversations) {
		this.keeping = keeping;
		this.sight = sight;
		this.people = people;
		this.conversations = conversations;
	}

	/**
	 * The newest messages of this person's conversations in which there is everything that is asked for.
	 *
	 * @param below only messages with ids below this one
	 * @throws Unanswerable if somebody or something is named that does not exist, or there is no index at present
	 */
	Finds find(Question question, long below, long viewer) {
		var criteria = criteria(question, viewer);
		if (question.isEmpty() || criteria.conversations().isEmpty()) {
			return Finds.NONE;
		}
		List<Hit> hits = new ArrayList<>();
		long last = below;
		for (int proposed = 0; proposed < MOST_PROPOSED && hits.size() <= PAGE;) {
			var ids = propose(criteria, last, PAGE + 1);
			sight.of(ids, viewer).forEach(seen -> hit(seen, question, viewer).ifPresent(hits::add));
			if (ids.size() <= PAGE) {
				return page(hits, null);
			}
			last = ids.getLast();
			proposed += ids.size();
		}
		return page(hits, last);
	}

	private static Finds page(List<Hit> hits, @Nullable Long older) {
		if (hits.size() <= PAGE) {
			return new Finds(hits, older);
		}
		return new Finds(List.copyOf(hits.subList(0, PAGE)), hits.get(PAGE - 1).id());
	}

	private List<Long> propose(Criteria criteria, long below, int limit) {
		var index = keeping.index();
		try {
			if (index != null) {
				return index.newest(IndexQuery.of(criteria, below), limit);
			}
		} catch (AlreadyClosedException _) {
			// It was exchanged or closed in this moment.
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		throw Unanswerable.now();
	}

	/** Empty if the text is not any more what the index has read. */
	private static Optional<Hit> hit(Sight.Found seen, Question question, long viewer) {
		var tokens = Tokens.of(seen.body());
		var places = question.phrases().stream().map(phrase -> phrase.in(tokens)).toList();
		if (places.stream().anyMatch(List::isEmpty)) {
			return Optional.empty();
		}
		return Optional.of(new Hit(seen.id(), seen.author(), seen.with(), seen.authorId() == viewer,
				seen.createdAt().atZoneSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS),
				Excerpt.of(seen.body(), places)));
	}

	private Criteria criteria(Question question, long viewer) {
		Long author = question.from() == null ? null : named(question.from(), viewer).id();
		String in = question.in();
		List<Long> where = in == null ? sight.conversations(viewer) : where(in, viewer);
		return new Criteria(question.phrases(), where, author, start(question.after(), 1), start(question.before(), 0));
	}

	/** The conversation with a person, and the groups that have the word in their names. */
	private List<Long> where(String typed, long viewer) {
		var person = person(typed, viewer);
		var tokens = Tokens.of(typed);
		var groups = tokens.isEmpty() ? List.<Long>of() : sight.groups(Phrase.of(tokens), viewer);
		if (person.isEmpty() && groups.isEmpty()) {
			throw Unanswerable.because("find.nowhere", typed);
		}
		var direct = person.flatMap(other -> conversations.between(viewer, other.id())).map(Conversation::id);
		return Stream.concat(direct.stream(), groups.stream()).toList();
	}

	private Person named(String typed, long viewer) {
		return person(typed, viewer).orElseThrow(() -> Unanswerable.because("find.nobody", bare(typed)));
	}

	private Optional<Person> person(String typed, long viewer) {
		String name = bare(typed);
		return name.equalsIgnoreCase("me") ? Optional.of(people.get(viewer)) : people.named(name);
	}

	private static String bare(String typed) {
		return typed.startsWith("@") ? typed.substring(1) : typed;
	}

	private static @Nullable Instant start(@Nullable LocalDate day, int plus) {
		return day == null ? null : day.plusDays(plus).atStartOfDay(ZoneOffset.UTC).toInstant();
	}
}
