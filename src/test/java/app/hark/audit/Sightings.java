package app.hark.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who saw the text of which message. Whether they were allowed to is found out at the end, from what is stored. */
final class Sightings {

	/** For each token of a text, whoever saw it. */
	private final Map<String, Set<String>> seen = new HashMap<>();

	void note(String who, String answer) {
		Sender.TOKEN.matcher(answer).results()
				.forEach(found -> seen.computeIfAbsent(found.group(1), _ -> new HashSet<>()).add(who));
	}

	/** Who saw the text of a message although its conversation is not theirs. */
	List<String> leaks(Stored stored) {
		Map<String, Set<String>> members = stored.messages().stream().collect(Collectors.toMap(Stored.Message::token,
				message -> stored.members().get(message.conversation()), (first, _) -> first));
		return seen.entrySet().stream().filter(one -> members.containsKey(one.getKey()))
				.flatMap(one -> one.getValue().stream().filter(who -> !members.get(one.getKey()).contains(who))
						.map(who -> who + " saw " + one.getKey()))
				.toList();
	}
}
