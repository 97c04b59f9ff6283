package app.hark.groups;

import java.util.List;

import org.springframework.stereotype.Service;

import app.hark.conversations.Conversation;
import app.hark.conversations.Conversation.Group;
import app.hark.conversations.Conversations;
import app.hark.conversations.Memberships;
import app.hark.messages.Line.Event;
import app.hark.messages.Lines;
import app.hark.messages.NotFound;
import app.hark.messages.Refused;
import app.hark.people.NameRules;
import app.hark.people.People;
import app.hark.people.Person;

/**
 * What people do with groups. Whoever is in one may add people and rename it; its owner may remove people, hand it over, and
 * say whether newcomers see what was said before them. Everybody may leave. Whether somebody may is asked once to say why not,
 * and once more under the group's lock, when nobody can change it any more.
 */
@Service
class Groups {

	/** People in one group. */
	static final int MOST = 100;

	private final Conversations conversations;
	private final Memberships memberships;
	private final Lines lines;
	private final People people;

	Groups(Conversations conversations, Memberships memberships, Lines lines, People people) {
		this.conversations = conversations;
		this.memberships = memberships;
		this.lines = lines;
		this.people = people;
	}

	long make(String typed, long owner) {
		String name = check(typed);
		return lines.begin(() -> memberships.make(name, owner), owner, name);
	}

	/** The group as somebody has it who is in it. */
	Group find(long id, long person) {
		return conversations.find(id, person).filter(found -> !found.left()).map(Conversation::group)
				.orElseThrow(NotFound::new);
	}

	/** Whoever came first first. */
	List<Person> people(long id) {
		return memberships.people(id);
	}

	void rename(long id, long person, String typed) {
		var group = find(id, person);
		String name = check(typed);
		if (!group.name().equals(name)) {
			lines.write(id, person, Event.NAMED, null, name, _ -> memberships.rename(id, name));
		}
	}

	/** Lets somebody in; who is in it already stays so. */
	void add(long id, long person, String username) {
		find(id, person);
		long added = people.named(username).orElseThrow(() -> Refused.because("recipient.unknown", username)).id();
		if (!conversations.members(id).contains(added)) {
			lines.write(id, person, Event.ADDED, added, "", seq -> let(id, added, seq, person));
		}
	}

	private void let(long id, long added, long seq, long by) {
		var members = conversations.members(id);
		if (members.size() >= MOST) {
			throw Refused.because("group.full", MOST);
		}
		if (members.contains(added)) {
			throw Refused.because("group.already");
		}
		memberships.add(id, added, find(id, by).showsPast() ? 0 : seq - 1, seq - 1);
	}

	void remove(long id, long owner, String username) {
		long removed = member(id, owner, username);
		if (removed == owner) {
			throw Refused.because("group.self");
		}
		lines.write(id, owner, Event.REMOVED, removed, "", seq -> {
			member(id, owner, username);
			memberships.end(id, removed, seq);
		});
	}

	void handOver(long id, long owner, String username) {
		long next = member(id, owner, username);
		if (next != owner) {
			lines.write(id, owner, Event.OWNER, next, "", _ -> {
				member(id, owner, username);
				memberships.handOver(id, next);
			});
		}
	}

	void showPast(long id, long owner, boolean shown) {
		if (owned(id, owner).showsPast() != shown) {
			lines.write(id, owner, shown ? Event.PAST : Event.NO_PAST, null, "", _ -> memberships.showPast(id, shown));
		}
	}

	/** An owner who leaves hands it to whoever has been in it for the longest time. */
	void leave(long id, long person) {
		find(id, person);
		lines.write(id, person, Event.LEFT, null, "", seq -> {
			boolean owns = find(id, person).ownerId() == person;
			memberships.end(id, person, seq);
			if (owns) {
				memberships.people(id).stream().findFirst().ifPresent(next -> memberships.handOver(id, next.id()));
			}
		});
	}

	private long member(long id, long owner, String username) {
		owned(id, owner);
		return people.named(username).map(Person::id).filter(conversations.members(id)::contains)
				.orElseThrow(() -> Refused.because("group.notIn", username));
	}

	private Group owned(long id, long person) {
		var group = find(id, person);
		if (group.ownerId() != person) {
			throw Refused.because("group.owner");
		}
		return group;
	}

	/** The same rules as for what people are called. */
	private static String check(String typed) {
		String name = typed.strip();
		NameRules.refuseDisplayName(name).ifPresent(_ -> {
			throw Refused.because(name.isEmpty() ? "group.name.blank" : "group.name.invalid");
		});
		return name;
	}
}
