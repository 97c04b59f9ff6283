package app.hark.drive;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where most tests begin: Ada has written to Bea. Each has one device. */
public abstract class Conversing {

	protected final Person ada = People.someone();

	protected final Person bea = People.someone();

	@LocalServerPort protected int port;

	@Autowired protected JdbcClient jdbc;

	protected Client adas;

	protected Client beas;

	protected long chat;

	@BeforeEach
	final void adaHasWritten() {
		adas = Client.at(port).signUp(ada);
		beas = Client.at(port).signUp(bea);
		chat = adas.write(bea, "Hello Bea");
	}
}
