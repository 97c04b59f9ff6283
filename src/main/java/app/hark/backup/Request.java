package app.hark.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A command's question to the server that has the database open: a file in the folder of the copies. The server takes it by
 * deleting it, and puts the answer beside it. Whoever may write into the folder may ask.
 */
record Request(Path folder, String id) {

	private static final Pattern NAME = Pattern.compile("([0-9a-f-]{36})\\.request");
	private static final String MADE = "made ";

	/** Asks. The server may take the question in the moment in which it is there, so it is complete by then. */
	static Request ask(Path folder) throws IOException {
		var request = new Request(OwnerOnly.folder(folder), UUID.randomUUID().toString());
		OwnerOnly.write(request.question(), "");
		return request;
	}

	/** Takes all that have been asked since the last time. */
	static List<Request> takeAll(Path folder) throws IOException {
		var taken = new ArrayList<Request>();
		try (var files = Files.newDirectoryStream(folder, "*.request")) {
			for (Path file : files) {
				var name = NAME.matcher(file.getFileName().toString());
				if (name.matches() && Files.deleteIfExists(file)) {
					taken.add(new Request(folder, name.group(1)));
				}
			}
		}
		return taken;
	}

	boolean isTaken() {
		return Files.notExists(question());
	}

	boolean isAnswered() {
		return Files.exists(answer());
	}

	/** Nobody waits for the answer any more. */
	void withdraw() throws IOException {
		Files.deleteIfExists(question());
		Files.deleteIfExists(answer());
	}

	/** Answers with the file of the copy. */
	void made(Path copy) throws IOException {
		OwnerOnly.write(answer(), MADE + copy);
	}

	/** Answers with the reason why there is no copy. */
	void failed(NotMade why) throws IOException {
		OwnerOnly.write(answer(), why.sentence());
	}

	/**
	 * Reads the answer: the file of the copy.
	 *
	 * @throws NotMade if that is the answer
	 */
	Path made() throws IOException, NotMade {
		String answer = Files.readString(answer());
		if (!answer.startsWith(MADE)) {
			throw new NotMade(NotMade.Reason.FAILED, answer);
		}
		return Path.of(answer.substring(MADE.length()));
	}

	private Path question() {
		return folder.resolve(id + ".request");
	}

	private Path answer() {
		return folder.resolve(id + ".answer");
	}
}
