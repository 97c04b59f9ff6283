package app.hark.handover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.context.support.StandardServletEnvironment;

import app.hark.HarkApplication;

/**
 * Runs Hark on a folder that is thrown away, and two people who write to each other, so that Java has loaded and compiled
 * what the first minute of a real one asks for: then everybody comes at once.
 */
public final class Practice {

	/** So many rounds has Java to see until it has compiled thoroughly what is called four times in each, and remembers that. */
	private static final int REMEMBERED = 1_500;
	private static final Duration REMEMBERED_WITHIN = Duration.ofMinutes(5);

	/** So many, each with more streams, until it has compiled what is called when everybody comes at once. */
	private static final int COMPILED = 400;
	private static final Duration COMPILED_WITHIN = Duration.ofSeconds(40);

	/** In megabytes, more than twice what it needs. What finds a disk full waits for room, and here nobody would make any. */
	private static final long ROOM = 64;
	private static final int ROUNDS_PER_MEGABYTE = 4;

	private Practice() {
	}

	/** For the command that prepares: what Java has learned here it keeps. As many rounds as it is told, if it is told. */
	public static void main(String[] args) throws IOException, InterruptedException {
		boolean told = args.length > 1;
		run(told ? Integer.parseInt(args[1]) : REMEMBERED, 2, told ? Duration.ofDays(1) : REMEMBERED_WITHIN);
		System.exit(0);
	}

	/** While somebody waits for whom it does not matter how long. */
	static void thorough() throws IOException, InterruptedException {
		run(COMPILED, 6, COMPILED_WITHIN);
	}

	private static void run(int rounds, int streams, Duration longest) throws IOException, InterruptedException {
		Path data = Files.createTempDirectory("hark-practice");
		long room = ROOM + rounds / ROUNDS_PER_MEGABYTE;
		if (Files.getFileStore(data).getUsableSpace() < room << 20) {
			Files.delete(data);
			throw new IOException("less than " + room + " MB free for " + data);
		}
		try (var hark = start(data)) {
			String port = hark.getEnvironment().getRequiredProperty("local.server.port");
			var one = Visitor.signUp("http://127.0.0.1:" + port, "practice.one");
			var two = Visitor.signUp("http://127.0.0.1:" + port, "practice.two");
			long end = System.nanoTime() + longest.toNanos();
			for (int round = 0; round < rounds && System.nanoTime() - end < 0; round++) {
				one.meets(two, streams);
				two.meets(one, streams);
			}
		} finally {
			FileSystemUtils.deleteRecursively(data);
		}
	}

	/** Seen by nobody else, and told nothing of what the real one is told: neither by files nor by the environment. */
	private static ConfigurableApplicationContext start(Path data) {
		var application = new SpringApplication(HarkApplication.class);
		application.setEnvironment(new StandardServletEnvironment() {
			@Override
			protected void customizePropertySources(MutablePropertySources sources) {
				// What follows is all there is.
			}
		});
		application.setLogStartupInfo(false);
		return application.run("--spring.config.location=classpath:/application.yaml", "--hark.data=" + data,
				"--server.port=0", "--server.address=127.0.0.1", "--hark.limits.enabled=false",
				"--hark.storage.reserve=0B", "--hark.backup.cron=-", "--logging.level.root=warn");
	}
}
