package app.hark.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTest {

	@TempDir Path folder;

	private volatile boolean asking = true;

	/** A server looks twice a second; here it looks all the time, and so in every moment of a question. */
	@Test
	void mayBeTakenAsSoonAsItIsAsked() throws Exception {
		CompletableFuture<List<Request>> server = CompletableFuture.supplyAsync(this::takeAll);
		List<Request> asked = new ArrayList<>();
		try {
			for (int i = 0; i < 500; i++) {
				asked.add(Request.ask(folder));
			}
		} finally {
			asking = false;
		}
		assertThat(server.get()).containsExactlyInAnyOrderElementsOf(asked);
	}

	private List<Request> takeAll() {
		try {
			List<Request> taken = new ArrayList<>();
			while (asking) {
				taken.addAll(Request.takeAll(folder));
			}
			taken.addAll(Request.takeAll(folder));
			return taken;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
