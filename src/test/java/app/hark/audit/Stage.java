package app.hark.audit;

import java.net.URI;

import app.hark.drive.Cluster;
import app.hark.drive.HarkServer;

/** Where a drill takes place: one Hark, or several nodes behind a proxy. */
interface Stage extends AutoCloseable {

	/** Where people come. */
	URI url();

	/** Ends it and reads what it has kept. */
	Stored stored();

	@Override
	void close();

	static Stage of(HarkServer hark) {
		return new Stage() {

			@Override
			public URI url() {
				return hark.url();
			}

			@Override
			public Stored stored() {
				hark.stop();
				return Stored.in(hark.data());
			}

			@Override
			public void close() {
				hark.close();
			}
		};
	}

	static Stage of(Cluster cluster) {
		return new Stage() {

			@Override
			public URI url() {
				return cluster.url();
			}

			@Override
			public Stored stored() {
				cluster.stop();
				return Stored.in(cluster.database());
			}

			@Override
			public void close() {
				cluster.close();
			}
		};
	}
}
