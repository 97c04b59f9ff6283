package app.hark.drive;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Several nodes on a PostgreSQL of their own, behind nginx. */
public final class Cluster implements AutoCloseable {

	/** Starts a node with these properties: the packaged application, or a mutation of it. */
	@FunctionalInterface
	public interface Node {

		HarkServer start(String... properties);
	}

	public final Postgres postgres;

	public final List<HarkServer> nodes = new ArrayList<>();

	private final String database;

	private final ProxyServer proxy;

	private Cluster(Postgres postgres, List<Node> nodes, String... properties) {
		this.postgres = postgres;
		this.database = postgres.database();
		String[] all = Stream
				.concat(Stream.of(Postgres.properties(database)),
						Stream.concat(Stream.of("server.forward-headers-strategy=native"), Stream.of(properties)))
				.toArray(String[]::new);
		nodes.forEach(node -> this.nodes.add(node.start(all)));
		this.proxy = ProxyServer.nginx(addresses(), false);
	}

	/** So many nodes, each with these further properties. */
	public static Cluster of(Node node, int nodes, String... properties) {
		return new Cluster(Postgres.start(), Collections.nCopies(nodes, node), properties);
	}

	/** These nodes, each with these further properties. */
	public static Cluster of(Postgres postgres, List<Node> nodes, String... properties) {
		return new Cluster(postgres, nodes, properties);
	}

	/** Where each node is, as a proxy names it. */
	public List<String> addresses() {
		return nodes.stream().map(node -> node.url().getAuthority()).toList();
	}

	/** Where everybody comes. */
	public URI url() {
		return proxy.url();
	}

	/** The URL of the database. */
	public String database() {
		return database;
	}

	/** Ends all nodes as an operator does. */
	public void stop() {
		nodes.forEach(HarkServer::stop);
	}

	@Override
	public void close() {
		proxy.close();
		nodes.forEach(HarkServer::close);
		postgres.close();
	}
}
