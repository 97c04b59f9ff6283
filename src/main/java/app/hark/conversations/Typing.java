package app.hark.conversations;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import app.hark.delivery.Nodes;
import app.hark.delivery.Topic;
import app.hark.delivery.Whisper;
import app.hark.delivery.Whispers;
import app.hark.people.People;

/**
 * Who is writing where at the moment, on whatever node they do so. Kept in memory, for seconds, and in bounds: what finds no room
 * is not told.
 */
@Service
public class Typing implements Nodes.Listener {

	/** How long somebody counts as writing who no longer says so. */
	private static final Duration SILENCE = Duration.ofSeconds(5);

	private static final int MOST = 10_000;

	private final Conversations conversations;
	private final People people;
	private final JdbcClient jdbc;
	private final Whispers whispers;
	private final Nodes nodes;
	private final Clock clock;
	private final ConcurrentHashMap<Place, Writer> writers = new ConcurrentHashMap<>();

	Typing(Conversations conversations, People people, JdbcClient jdbc, Whispers whispers, Nodes nodes,
			Clock clock) {
		this.conversations = conversations;
		this.people = people;
		this.jdbc = jdbc;
		this.whispers = whispers;
		this.nodes = nodes;
		this.clock = clock;
	}

	private record Place(long conversation, long person) {
	}

	/** @param others who was in the conversation when it began, without the writer */
	private record Writer(String name, Set<Long> others, Instant until) {
	}

	/** Those who write in a conversation, as the others in it are told. */
	public record Line(long conversation, List<String> names) {

		/** The text that says it, with the names as arguments. */
		public String getText() {
			return names.size() == 1 ? "typing.one" : names.size() == 2 ? "typing.two" : "typing.many";
		}
	}

	/** This person is writing in a conversation that they are in. */
	void begins(long conversation, long person) {
		if (note(conversation, person)) {
			nodes.tell(Topic.TYPING, conversation, person);
		}
	}

	/** It is sent. */
	public void ends(long conversation, long person) {
		if (forget(conversation, person)) {
			nodes.tell(Topic.TYPED, conversation, person);
		}
	}

	@Override
	public void heard(String node, Topic topic, List<Long> ids) {
		if (topic == Topic.TYPING) {
			note(ids.getFirst(), ids.getLast());
		} else if (topic == Topic.TYPED) {
			forget(ids.getFirst(), ids.getLast());
		}
	}

	private boolean note(long conversation, long person) {
		var place = new Place(conversation, person);
		if (isInvisible(person) || writers.size() >= MOST && !writers.containsKey(place)) {
			return false;
		}
		var others = new HashSet<>(conversations.members(conversation));
		others.remove(person);
		writers.put(place, new Writer(people.get(person).displayName(), others, clock.instant().plus(SILENCE)));
		whispers.tellHere(Whisper.TYPING, others);
		return true;
	}

	private boolean forget(long conversation, long person) {
		var writer = writers.remove(new Place(conversation, person));
		if (writer != null) {
			whispers.tellHere(Whisper.TYPING, writer.others());
		}
		return writer != null;
	}

	@Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
	void forget() {
		var now = clock.instant();
		writers.forEach((place, writer) -> {
			if (!writer.until().isAfter(now) && writers.remove(place, writer)) {
				whispers.tellHere(Whisper.TYPING, writer.others());
			}
		});
	}

	/** Where others are writing to this person, in the order of the conversations. */
	public List<Line> to(long viewer) {
		return writers.entrySet().stream().filter(one -> one.getValue().others().contains(viewer))
				.collect(groupingBy(one -> one.getKey().conversation(),
						TreeMap::new,
						mapping(one -> one.getValue().name(),
								toList())))
				.entrySet().stream().map(line -> new Line(line.getKey(), line.getValue().stream().sorted().toList()))
				.toList();
	}

	private boolean isInvisible(long person) {
		return jdbc.sql("select invisible from person where id = ?").param(person).query(Boolean.class).single();
	}
}
