package app.hark.drive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network of its own for a process, with two cables: one to whoever asks it, and one to what it asks, which can be pulled out.
 * Needs Linux and root.
 */
public final class Namespace implements AutoCloseable {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final int number;

	private final String name;

	private Namespace(int number) {
		this.number = number;
		this.name = "hark-" + ProcessHandle.current().pid() + "-" + number;
		Commands.run("ip", "netns", "add", name);
		in("link", "set", "lo", "up");
		cable("a", 77);
		cable("b", 78);
		Runtime.getRuntime().addShutdownHook(new Thread(this::close));
	}

	public static Namespace make() {
		boolean able;
		try {
			able = new ProcessBuilder("ip", "netns", "list").start().waitFor() == 0;
		} catch (IOException noSuchCommand) {
			able = false;
		} catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
		assumeTrue(able, "a network of its own cannot be made here: this needs Linux, root and iproute2");
		return new Namespace(COUNT.incrementAndGet());
	}

	private void cable(String end, int net) {
		String here = "hk" + end + number;
		Commands.run("ip", "link", "add", here, "type", "veth", "peer", "name", here + "p");
		Commands.run("ip", "link", "set", here + "p", "netns", name);
		Commands.run("ip", "addr", "add", address(net, 1) + "/24", "dev", here);
		Commands.run("ip", "link", "set", here, "up");
		in("addr", "add", address(net, 2) + "/24", "dev", here + "p");
		in("link", "set", here + "p", "up");
	}

	private void in(String... arguments) {
		String[] command = new String[arguments.length + 3];
		System.arraycopy(new String[]{"ip", "-n", name}, 0, command, 0, 3);
		System.arraycopy(arguments, 0, command, 3, arguments.length);
		Commands.run(command);
	}

	private String address(int net, int host) {
		return "10." + net + "." + number + "." + host;
	}

	/** What goes before a command that is to run in it. */
	List<String> enter() {
		return List.of("ip", "netns", "exec", name);
	}

	/** Where whoever runs in it is reached. */
	public String inside() {
		return address(77, 2);
	}

	/** Where whoever runs in it reaches what listens there. */
	public InetAddress outside() {
		try {
			return InetAddress.getByName(address(78, 1));
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Pulls out the cable to the outside: nothing arrives, and nobody is told. */
	public void cut() {
		Commands.run("ip", "link", "set", "hkb" + number, "down");
	}

	public void heal() {
		Commands.run("ip", "link", "set", "hkb" + number, "up");
	}

	@Override
	public void close() {
		try {
			Commands.run("ip", "netns", "del", name);
		} catch (IllegalStateException goneAlready) {
			// its cables go with it
		}
	}
}
