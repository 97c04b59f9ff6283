package app.hark.delivery;

import javax.sql.DataSource;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Lets the program end on a full disk. Depends on the database, and is therefore told of the end before the database is. */
@Component
class LastWrites implements DisposableBean {

	LastWrites(@SuppressWarnings("unused") DataSource database) {
	}

	@Override
	public void destroy() {
		PatientFile.end();
	}
}
