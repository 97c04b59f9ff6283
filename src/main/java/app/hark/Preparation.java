package app.hark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryManagerMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code java -jar hark.jar prepare FOLDER [ROUNDS]} does: unpacks the program and lets Java remember, in an ahead-of-time
 * cache, what it has learned in so many rounds of practice (JEP 483, JEP 514, JEP 515). A prepared Hark starts in about a third of
 * the time, after few rounds as after many; after many it is sooner as fast as it gets. The cache is good for this Java and this
 * program only; with another Java it is not used, and nothing else changes.
 */
public final class Preparation {

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

	/** Java would begin with a 64th of the machine's memory, and keep most of what it and its compilers have once needed. */
	private static final List<String> MEMORY = List.of("-Xms64m", "-XX:MaxHeapFreeRatio=50",
			"-XX:TrimNativeHeapInterval=10000");

	/**
	 * On one processor Java would look through what is new only after a third of the memory is filled with it. H2 has most of
	 * what it has read and written until then in its cache still, and all that is moved while everybody waits.
	 */
	private static final String SMALL_STEPS = "-XX:MaxNewSize=64m";

	/** Bytes, of which small steps take the third that Java gives to what is new: of less, they would take from what lasts. */
	private static final long ENOUGH_FOR_SMALL_STEPS = 192L << 20;

	/** Whoever starts the program with {@code -jar} has nothing else on the class path. */
	private final Path packaged = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
	private final Path folder;

	/** How many, if that was said. */
	private final List<String> rounds;

	private Preparation(Path folder, List<String> rounds) {
		this.folder = folder;
		this.rounds = rounds;
	}

	/** Exits with 0 when it is done, and with 1 and one sentence on the error output when it is not. */
	public static void main(String[] args) {
		System.exit(run(List.of(args).subList(1, args.length)));
	}

	private static int run(List<String> words) {
		if (words.isEmpty() || words.size() > 2 || words.getFirst().startsWith("-")
				|| words.size() == 2 && !words.getLast().matches("[1-9][0-9]{0,5}")) {
			return refused("Write: java -jar hark.jar prepare FOLDER [ROUNDS].");
		}
		Path folder = Path.of(words.getFirst()).toAbsolutePath().normalize();
		try {
			if (Files.exists(folder)) {
				return refused(
						folder + " exists already: name a new folder, and remove the old one when it is not in use.");
			}
			new Preparation(folder, words.subList(1, words.size())).run();
			System.out.println("java @" + folder.resolve("start"));
			return 0;
		} catch (IOException e) {
			return refused("That did not work: " + e);
		} catch (InterruptedException _) {
			return refused("It was interrupted.");
		}
	}

	private static int refused(String why) {
		System.err.println(why);
		return 1;
	}

	/** All of it or nothing. */
	private void run() throws IOException, InterruptedException {
		try {
			make();
		} catch (IOException | InterruptedException e) {
			delete(folder);
			throw e;
		}
	}

	private void make() throws IOException, InterruptedException {
		Path program = folder.resolve(packaged.getFileName());
		Path cache = folder.resolve("hark.aot");
		java(List.of("-Djarmode=tools", "-jar", packaged.toString(), "extract", "--destination", folder.toString()));
		java(Stream.concat(Stream.of("-XX:AOTCacheOutput=" + cache, "-jar", program.toString(), "practice"),
				rounds.stream()).toList());
		var start = new ArrayList<>(List.of("-XX:AOTCache=" + quoted(cache)));
		start.addAll(memory(
				ManagementFactory.getGarbageCollectorMXBeans().stream().map(MemoryManagerMXBean::getName).toList(),
				Runtime.getRuntime().maxMemory()));
		start.addAll(List.of("-jar", quoted(program)));
		Files.write(folder.resolve("start"), start);
	}

	/**
	 * What Java is told about its memory on a machine like this one.
	 *
	 * @param collectors the names of those that it has chosen here; the serial one's is Copy
	 * @param most bytes
	 */
	static List<String> memory(List<String> collectors, long most) {
		boolean serial = collectors.contains("Copy");
		return serial && most >= ENOUGH_FOR_SMALL_STEPS
				? Stream.concat(MEMORY.stream(), Stream.of(SMALL_STEPS)).toList()
				: MEMORY;
	}

	/** As the java command reads a file of arguments: quoted for the blanks, so a backslash needs another. */
	private static String quoted(Path path) {
		return '"' + path.toString().replace("\\", "\\\\") + '"';
	}

	/** Runs another Java like this one to its end; what it writes is shown only if it fails. */
	private static void java(List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(JAVA.toString()));
		command.addAll(arguments);
		Path output = Files.createTempFile("hark-prepare", ".log");
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
					.start();
			// Whoever ends this one does not want the other to go on for minutes.
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
			int exit = process.waitFor();
			if (exit != 0) {
				throw new IOException("Java ended with " + exit + ": " + Files.readString(output).strip());
			}
		} finally {
			Files.delete(output);
		}
	}

	private static void delete(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.toList().reversed()) {
				Files.delete(file);
			}
		}
	}
}
